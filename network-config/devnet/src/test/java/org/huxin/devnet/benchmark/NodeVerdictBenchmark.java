// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.huxin.contract.sample.ContractBench;
import org.huxin.core.id.StatementId;
import org.huxin.core.licence.Batch;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.Question;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.state.StateUpdates;
import org.huxin.fabric.state.Version;
import org.huxin.fabric.validation.JudgedBlock;
import org.huxin.fabric.validation.ReplayPosition;
import org.huxin.fabric.validation.ReplayedBlock;
import org.huxin.node.replica.ChainPin;
import org.huxin.node.replica.Replica;
import org.huxin.node.status.NodeStatus;
import org.huxin.node.verdict.HotLedger;
import org.huxin.node.verdict.VerdictService;
import org.huxin.sdk.sample.IssuingBench;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Verifies a licence in the process of a node: the document's digest, and the ledger's half from
 * the replica. The floor hashes the document, the record and the path, and nothing else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class NodeVerdictBenchmark {
  private static final int BATCH = 1024;
  private static final int ASKED = 256;
  private static final String CHAINCODE = "huxin";
  private static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");

  /** How many licences are anchored, in batches of 1,024. */
  @Param({"10000", "10000000"})
  public int licences = 10_000;

  private final List<Question> questions = new ArrayList<>();
  private final List<Bytes> documents = new ArrayList<>();
  private final List<Bytes> leaves = new ArrayList<>();
  private DigestAlgorithm algorithm = DigestAlgorithm.SHA_256;
  private int levels;
  private int next;
  private @Nullable Replica replica;
  private @Nullable HotLedger ledger;
  private @Nullable VerdictService service;
  private @Nullable HashFloor floor;

  /** Anchors a batch, and as many others as there are to be. */
  @Setup
  public void prepare() {
    IssuingBench issuing = new IssuingBench();
    List<ProofFile> proofs =
        issuing
            .issuer()
            .anchor(
                IssuingBench.KIND,
                IntStream.range(0, BATCH).mapToObj(IssuingBench::licence).toList());
    algorithm = issuing.key().key().publicKey().suite().digest();
    floor = new HashFloor(algorithm);
    for (int i = 0; i < ASKED; i++) {
      ProofFile proof = proofs.get(i);
      levels = proof.inclusion().path().length() / DigestAlgorithm.LENGTH;
      documents.add(IssuingBench.document(i));
      leaves.add(proof.leafData());
      questions.add(
          new Question(
              proof.record(),
              proof.batchId(),
              proof.inclusion(),
              Optional.empty(),
              Optional.empty(),
              AS_OF,
              Optional.empty(),
              Optional.empty()));
    }
    Replica filled = fill(issuing.bench(), proofs.get(0).batchId());
    replica = filled;
    ledger = new HotLedger(filled);
    service =
        new VerdictService(ledger, ContractBench.LEDGER, new NodeStatus(), InstantSource.system());
    Verdict first = Objects.requireNonNull(service).verify(questions.get(0)).verdict();
    if (first.result() != Validity.VALID) {
      throw new IllegalStateException(first.toString());
    }
  }

  private Replica fill(ContractBench bench, StatementId batch) {
    try {
      Replica made =
          Replica.open(
              Files.createTempDirectory(Path.of("target"), "replica"),
              new ChainPin(
                  DigestAlgorithm.SHA_256.digest(Bytes.utf8("genesis")).value(),
                  CHAINCODE,
                  ContractBench.LEDGER),
              List.of(),
              () -> Long.MAX_VALUE);
      KVRWSet.Builder writes = KVRWSet.newBuilder();
      for (Map.Entry<String, Bytes> each : bench.ledger().state().entrySet()) {
        writes.addWrites(write(each.getKey(), each.getValue()));
      }
      Bytes value = Batch.CODEC.toBytes(bench.get(Batch.key(batch)));
      for (int i = 1; i < licences / BATCH; i++) {
        StatementId other =
            new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("batch " + i)));
        writes.addWrites(write(Batch.key(other).stored(), value));
      }
      commit(made, writes.build());
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KVWrite write(String key, Bytes value) {
    return KVWrite.newBuilder()
        .setKey(key)
        .setValue(ByteString.copyFrom(value.asByteBuffer()))
        .build();
  }

  private static void commit(Replica replica, KVRWSet writes) throws IOException {
    StateUpdates updates = new StateUpdates(replica.state());
    updates.add(
        TxReadWriteSet.newBuilder()
            .addNsRwset(
                NsReadWriteSet.newBuilder().setNamespace(CHAINCODE).setRwset(writes.toByteString()))
            .build(),
        new Version(0, 0));
    BlockHeader header = BlockHeader.newBuilder().setNumber(0).build();
    LedgerBlock block = new LedgerBlock(Block.newBuilder().setHeader(header).build());
    replica.commit(
        new JudgedBlock(
            block,
            new ReplayedBlock(0, block.headerHash(), Optional.empty(), List.of(), List.of()),
            updates,
            List.of(),
            List.of(),
            new ReplayPosition(header, Optional.empty(), block)));
  }

  /** Closes the replica. */
  @TearDown
  public void close() {
    Objects.requireNonNull(ledger).close();
    Objects.requireNonNull(replica).close();
  }

  /** The document's digest and the ledger's half. */
  @Benchmark
  public Verdict verify(Blackhole sink) {
    next = (next + 1) % ASKED;
    Digest document = algorithm.digest(documents.get(next));
    sink.consume(document);
    return Objects.requireNonNull(service).verify(questions.get(next)).verdict();
  }

  /** Its hashes: document, record, path. */
  @Benchmark
  public void verifyFloor(Blackhole sink) {
    next = (next + 1) % ASKED;
    HashFloor hashes = Objects.requireNonNull(floor);
    sink.consume(hashes.data(documents.get(next)));
    sink.consume(hashes.data(leaves.get(next)));
    sink.consume(hashes.nodes(levels));
  }
}
