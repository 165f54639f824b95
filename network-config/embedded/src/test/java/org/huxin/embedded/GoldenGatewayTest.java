// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.pki.CertificateAuthority;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.suite.RecordedChaincode;
import org.huxin.fabric.GoldenLedger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded Gateway exchanges, replayed byte for byte on a network that goes on from the
 * recorded blocks with the recorded keys.
 */
class GoldenGatewayTest {
  private static final Path CASES = GoldenLedger.FOLDER.resolve("gateway");
  private static final int PATIENCE_SECONDS = 10;

  /** Where this network does better on purpose; it has a test of its own. */
  private static final Set<String> DIFFERENT = Set.of("events-after-tx-without-event");

  private static EmbeddedNetwork network;
  private static ManagedChannel channel;

  @BeforeAll
  static void start() throws IOException {
    List<OrganisationKeys> keys = new ArrayList<>();
    for (String city : List.of("Ordos", "Hohhot", "Baotou", "Ulanqab")) {
      keys.add(keys(city));
    }
    network =
        EmbeddedNetwork.builder()
            .organisations(keys)
            .continuing(chain())
            .clock(Clock.fixed(recorded(), ZoneOffset.UTC))
            .chaincode(ChaincodeDeployment.of("licence", RecordedChaincode::new).withVersion("2.0"))
            .chaincode(
                ChaincodeDeployment.of("registry", RecordedChaincode::new).withVersion("1.1"))
            .start();
    channel =
        Grpc.newChannelBuilder(
                network.organisation("OrdosMSP").endpoint(), InsecureChannelCredentials.create())
            .build();
  }

  @AfterAll
  static void stop() {
    channel.shutdownNow();
    network.close();
  }

  /**
   * The recorded blocks; then the configuration block that was in force when the exchanges were
   * recorded, which is among them. The blocks between the two were not recorded: fillers that
   * change nothing stand for them, so that what follows gets the recorded numbers.
   */
  private static List<Bytes> chain() throws IOException {
    List<Block> blocks = new ArrayList<>(GoldenLedger.blocks("ordos"));
    Block config =
        Block.parseFrom(
            EvaluateResponse.parseFrom(
                    Files.readAllBytes(CASES.resolve("cscc-config-block/response.bin")))
                .getResult()
                .getPayload());
    for (int n = blocks.size(); n < config.getHeader().getNumber(); n++) {
      blocks.add(config.toBuilder().setHeader(BlockHeader.newBuilder().setNumber(n)).build());
    }
    blocks.add(config);
    return blocks.stream().map(block -> Bytes.of(block.toByteArray())).toList();
  }

  private static Instant recorded() throws IOException {
    Envelope envelope =
        Envelope.parseFrom(Files.readAllBytes(CASES.resolve("deliver-blocks/request.bin")));
    ChannelHeader header =
        ChannelHeader.parseFrom(
            Payload.parseFrom(envelope.getPayload()).getHeader().getChannelHeader());
    return Instant.ofEpochSecond(header.getTimestamp().getSeconds());
  }

  private static OrganisationKeys keys(String city) throws IOException {
    String domain = city.toLowerCase(Locale.ROOT) + ".example";
    Credential orderer = credential(domain, "orderer0");
    return new OrganisationKeys(
        city + "MSP",
        domain,
        new CertificateAuthority(credential(domain, "ca")),
        new CertificateAuthority(credential(domain, "ica")),
        new CertificateAuthority(credential(domain, "tlsca")),
        credential(domain, "peer0"),
        credential(domain, "peer0tls"),
        orderer,
        credential(domain, "orderer0tls"),
        credential(domain, "admin"),
        credential(domain, "client"),
        List.of());
  }

  private static Credential credential(String domain, String name) throws IOException {
    Path folder = GoldenLedger.FOLDER.resolve("pki").resolve(domain);
    return Credential.fromPem(
        Files.readString(folder.resolve(name + ".crt")),
        Files.readString(folder.resolve(name + ".key")));
  }

  /** Those that change the state come last, each followed by what was asked after it. */
  static List<String> cases() throws IOException {
    List<String> last =
        List.of(
            "submit-ok",
            "commit-status-valid",
            "submit-again",
            "endorse-committed",
            "evaluate-committed",
            "endorse-rmw-1",
            "endorse-rmw-2",
            "submit-rmw-1",
            "commit-status-rmw-1",
            "submit-rmw-2",
            "commit-status-mvcc");
    try (Stream<Path> folders = Files.list(CASES)) {
      return Stream.concat(
              folders
                  .map(folder -> folder.getFileName().toString())
                  .filter(name -> !last.contains(name) && !DIFFERENT.contains(name))
                  .sorted(),
              last.stream())
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsThePeerDid(String name) throws Exception {
    Path folder = CASES.resolve(name);
    JsonObject description = description(folder);
    List<Path> responses = responses(folder);
    String end = description.getString("end", "OK");
    Answer answer =
        call(
            description.getString("method"),
            Files.readAllBytes(folder.resolve("request.bin")),
            responses.size(),
            end.equals("DeadlineExceeded"));
    if (Files.exists(folder.resolve("status.bin"))) {
      boolean anyOrderer = description.getString("method").endsWith("/Submit");
      assertEquals(
          describe(
              com.google.rpc.Status.parseFrom(Files.readAllBytes(folder.resolve("status.bin"))),
              anyOrderer),
          describe(answer.status(), anyOrderer));
      return;
    }
    if (end.equals("PermissionDenied")) {
      assertEquals(Status.Code.PERMISSION_DENIED.value(), answer.status().getCode());
      assertEquals(description.getString("message"), answer.status().getMessage());
      return;
    }
    assertEquals(0, answer.status().getCode(), answer.status().toString());
    assertEquals(responses.size(), answer.messages().size());
    for (int i = 0; i < responses.size(); i++) {
      assertEquals(
          comparable(name, Bytes.of(Files.readAllBytes(responses.get(i)))),
          comparable(name, answer.messages().get(i)),
          "message " + i);
    }
  }

  /** What Fabric's gateway never delivers, since it looks for the transaction among events. */
  @Test
  void goesOnAfterATransactionThatSetNoEvent() throws Exception {
    byte[] request = Files.readAllBytes(CASES.resolve("events-after-tx-without-event/request.bin"));
    Answer answer = call("gateway.Gateway/ChaincodeEvents", request, 1, true);
    assertEquals(1, answer.messages().size());
  }

  /** Blanks what two runs of Fabric do not have in common either. */
  private static Object comparable(String name, Bytes message)
      throws InvalidProtocolBufferException {
    if (name.startsWith("endorse-")) {
      return endorsed(EndorseResponse.parseFrom(message.asByteBuffer()));
    }
    return switch (name) {
      case "deliver-private" ->
          // Private data themselves are not in the recording.
          withoutPrivateData(DeliverResponse.parseFrom(message.asByteBuffer()));
      case "cscc-channel-config" ->
          // Go writes the entries of a map in any order.
          Config.parseFrom(
              EvaluateResponse.parseFrom(message.asByteBuffer()).getResult().getPayload());
      default -> message;
    };
  }

  private static DeliverResponse withoutPrivateData(DeliverResponse response) {
    return response.hasBlockAndPrivateData()
        ? DeliverResponse.newBuilder()
            .setBlock(response.getBlockAndPrivateData().getBlock())
            .build()
        : response;
  }

  /** The prepared transaction without the endorsers' signatures, which are never the same. */
  private static List<Object> endorsed(EndorseResponse response)
      throws InvalidProtocolBufferException {
    Payload payload = Payload.parseFrom(response.getPreparedTransaction().getPayload());
    Transaction transaction = Transaction.parseFrom(payload.getData());
    ChaincodeActionPayload action =
        ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
    List<Object> parts = new ArrayList<>();
    parts.add(payload.getHeader());
    parts.add(transaction.getActions(0).getHeader());
    parts.add(action.getChaincodeProposalPayload());
    parts.add(action.getAction().getProposalResponsePayload());
    parts.add(response.getPreparedTransaction().getSignature());
    parts.add(
        action.getAction().getEndorsementsList().stream()
            .map(GoldenGatewayTest::mspId)
            .collect(Collectors.toSet()));
    return parts;
  }

  private static String mspId(Endorsement endorsement) {
    try {
      return SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  /** Code, words, and who said what, without addresses: those are this network's own. */
  private static List<String> describe(com.google.rpc.Status status, boolean anyOrderer)
      throws InvalidProtocolBufferException {
    List<String> lines = new ArrayList<>();
    for (Any any : status.getDetailsList()) {
      ErrorDetail detail = any.unpack(ErrorDetail.class);
      lines.add((anyOrderer ? "" : detail.getMspId() + ": ") + detail.getMessage());
    }
    lines.sort(null);
    lines.add(0, status.getCode() + ": " + status.getMessage());
    return lines;
  }

  private static JsonObject description(Path folder) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(folder.resolve("case.json")))) {
      return reader.readObject();
    }
  }

  private static List<Path> responses(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("response"))
          .sorted()
          .toList();
    }
  }

  private record Answer(com.google.rpc.Status status, List<Bytes> messages) {}

  private static Answer call(String method, byte[] request, int messages, boolean openEnded)
      throws InterruptedException {
    MethodDescriptor<byte[], byte[]> descriptor =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
            .setFullMethodName(method)
            .setRequestMarshaller(new RawBytes())
            .setResponseMarshaller(new RawBytes())
            .build();
    ClientCall<byte[], byte[]> call = channel.newCall(descriptor, CallOptions.DEFAULT);
    BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onMessage(byte[] message) {
            events.add(Bytes.of(message));
          }

          @Override
          public void onClose(Status status, Metadata trailers) {
            events.add(StatusProto.fromStatusAndTrailers(status, trailers));
          }
        },
        new Metadata());
    call.request(Integer.MAX_VALUE);
    call.sendMessage(request);
    if (!method.startsWith("protos.Deliver")) {
      call.halfClose();
    }
    List<Bytes> received = new ArrayList<>();
    while (!openEnded || received.size() < messages) {
      Object event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (event instanceof com.google.rpc.Status status) {
        return new Answer(status, received);
      }
      if (event == null) {
        throw new AssertionError("no answer after " + received.size() + " messages");
      }
      received.add((Bytes) event);
    }
    call.cancel("seen enough", null);
    return new Answer(com.google.rpc.Status.getDefaultInstance(), received);
  }

  private static final class RawBytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
