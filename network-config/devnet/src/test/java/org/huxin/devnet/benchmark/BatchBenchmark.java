// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.huxin.core.merkle.MerkleTree;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureSuite;
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

/**
 * 4,096 documents of 1 KiB to records, tree and all proofs; a score is the time of one document.
 * The attributes' root is given.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BatchBenchmark {
  /** The suite of the batch. */
  @Param({"P256", "SM"})
  public SignatureSuite suite = SignatureSuite.P256;

  private final List<Bytes> documents =
      IntStream.range(0, SampleBatch.SIZE).mapToObj(i -> SampleBatch.document(i, 1024)).toList();

  /** Records, tree and all proofs. */
  @Benchmark
  @OperationsPerInvocation(SampleBatch.SIZE)
  public void recordsTreeAndProofs(BatchState state, Blackhole sink) {
    SampleBatch batch = state.of(suite);
    List<Bytes> leaves = new ArrayList<>(documents.size());
    for (Bytes document : documents) {
      leaves.add(batch.record(document).leafData());
    }
    MerkleTree tree = MerkleTree.of(suite.digest(), leaves);
    sink.consume(tree.root());
    tree.forEachInclusionProof(sink::consume);
  }

  /** The hashes of documents, records and nodes. */
  @Benchmark
  @OperationsPerInvocation(SampleBatch.SIZE)
  public void recordsTreeAndProofsFloor(BatchState state, Blackhole sink) {
    SampleBatch batch = state.of(suite);
    Bytes document = documents.get(0);
    Bytes leaf = batch.record(document).leafData();
    HashFloor floor = new HashFloor(suite.digest());
    for (int i = 0; i < SampleBatch.SIZE; i++) {
      sink.consume(floor.data(document));
      sink.consume(floor.data(leaf));
    }
    sink.consume(floor.nodes(SampleBatch.SIZE - 1));
  }

  /** Keys are made once for a run. */
  @State(Scope.Thread)
  public static class BatchState {
    private final SampleBatch p256 = new SampleBatch(SignatureSuite.P256);
    private final SampleBatch sm = new SampleBatch(SignatureSuite.SM);

    SampleBatch of(SignatureSuite suite) {
      return suite == SignatureSuite.SM ? sm : p256;
    }
  }
}
