// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.InsecureChannelCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.Organisation;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.NetworkMember;
import org.huxin.embedded.suite.RecordedChaincode;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.access.Members;
import org.huxin.fabric.state.MemoryState;
import org.huxin.fabric.validation.Judgement;
import org.huxin.fabric.validation.PeerJudge;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Validates a block of 500 transactions with one endorsement each, on one core: a score is the time
 * of one transaction. The floor checks the two signatures of each and nothing else.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class BlockValidationBenchmark {
  private static final int TRANSACTIONS = 500;
  private static final int CLIENTS = 50;

  private final List<Claim> claims = new ArrayList<>();
  private final MemoryState state = new MemoryState();
  private @Nullable PeerJudge judge;
  private @Nullable Members members;
  private Block block = Block.getDefaultInstance();

  /** What somebody signed. */
  private record Claim(ByteString identity, ByteString data, ByteString signature) {}

  /** Submits the transactions to a network of one organisation, and puts them into one block. */
  @Setup(Level.Trial)
  public void prepare() throws Exception {
    try (EmbeddedNetwork network =
        EmbeddedNetwork.builder()
            .organisations("Org1MSP")
            .chaincode("licence", RecordedChaincode::new)
            .start()) {
      long defined = network.height();
      submit(network);
      ConfigurationInForce inForce = new ConfigurationInForce(block(network, 0));
      PeerJudge made = new PeerJudge("licence", inForce);
      for (long n = 0; n < defined; n++) {
        state.apply(made.judge(block(network, n), state, id -> false).updates());
      }
      List<ByteString> transactions = new ArrayList<>();
      for (long n = defined; n < network.height(); n++) {
        transactions.addAll(block(network, n).getData().getDataList());
      }
      block =
          block(network, defined).toBuilder()
              .setData(BlockData.newBuilder().addAllData(transactions))
              .build();
      judge = made;
      members = inForce.members();
    }
    for (ByteString envelope : block.getData().getDataList()) {
      addClaims(Envelope.parseFrom(envelope));
    }
    long valid = validate().codes().stream().filter(code -> code == TxValidationCode.VALID).count();
    if (valid != TRANSACTIONS) {
      throw new IllegalStateException(valid + " transactions are valid");
    }
  }

  private static Block block(EmbeddedNetwork network, long number)
      throws InvalidProtocolBufferException {
    return Block.parseFrom(network.block(number).asByteBuffer());
  }

  private static void submit(EmbeddedNetwork network)
      throws ExecutionException, InterruptedException {
    Organisation organisation = network.organisation("Org1MSP");
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (GatewayClient client =
        new GatewayClient(
            "licence",
            new NetworkMember(
                organisation.keys(),
                organisation.endpoint(),
                InsecureChannelCredentials.create()))) {
      List<Future<byte[]>> running = new ArrayList<>();
      for (int i = 0; i < TRANSACTIONS; i++) {
        String key = "k" + i;
        running.add(
            clients.submit(() -> client.contract("licence").submitTransaction("put", key, "v")));
      }
      for (Future<byte[]> each : running) {
        each.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private void addClaims(Envelope envelope) throws InvalidProtocolBufferException {
    Payload payload = Payload.parseFrom(envelope.getPayload());
    claims.add(
        new Claim(
            SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader()).getCreator(),
            envelope.getPayload(),
            envelope.getSignature()));
    ChaincodeActionPayload action =
        ChaincodeActionPayload.parseFrom(
            Transaction.parseFrom(payload.getData()).getActions(0).getPayload());
    Endorsement endorsement = action.getAction().getEndorsements(0);
    claims.add(
        new Claim(
            endorsement.getEndorser(),
            action.getAction().getProposalResponsePayload().concat(endorsement.getEndorser()),
            endorsement.getSignature()));
  }

  /** All that a peer checks, up to the commit hash. */
  @Benchmark
  @OperationsPerInvocation(TRANSACTIONS)
  public Judgement validate() {
    return Objects.requireNonNull(judge).judge(block, state, id -> false);
  }

  /** The signatures of the creator and of the endorser. */
  @Benchmark
  @OperationsPerInvocation(TRANSACTIONS)
  public int validateFloor() {
    int signed = 0;
    for (Claim claim : claims) {
      signed +=
          Objects.requireNonNull(members)
              .find(claim.identity)
              .filter(identity -> identity.hasSigned(claim.data, claim.signature))
              .map(identity -> 1)
              .orElseThrow();
    }
    return signed;
  }
}
