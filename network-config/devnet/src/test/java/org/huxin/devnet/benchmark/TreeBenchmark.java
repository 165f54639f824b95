// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.huxin.core.merkle.MerkleTree;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A tree over 4,096 leaves of 32 bytes with all its proofs; a score is the time of one leaf. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TreeBenchmark {
  private static final int LEAVES = 4096;

  /** The algorithm of the tree. */
  @Param({"SHA_256", "SM3"})
  public DigestAlgorithm algorithm = DigestAlgorithm.SHA_256;

  private final List<Bytes> leaves =
      IntStream.range(0, LEAVES)
          .mapToObj(i -> DigestAlgorithm.SHA_256.digest(Bytes.utf8("leaf " + i)).value())
          .toList();
  private final Bytes leaf = Bytes.of(new byte[DigestAlgorithm.LENGTH + 1]);

  /** Root and all proofs. */
  @Benchmark
  @OperationsPerInvocation(LEAVES)
  public void treeWithAllProofs(Blackhole sink) {
    MerkleTree tree = MerkleTree.of(algorithm, leaves);
    sink.consume(tree.root());
    tree.forEachInclusionProof(sink::consume);
  }

  /** The hashes of leaves and nodes. */
  @Benchmark
  @OperationsPerInvocation(LEAVES)
  public void treeWithAllProofsFloor(Blackhole sink) {
    HashFloor floor = new HashFloor(algorithm);
    for (int i = 0; i < LEAVES; i++) {
      sink.consume(floor.data(leaf));
    }
    sink.consume(floor.nodes(LEAVES - 1));
  }
}
