// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.huxin.chaincode.HuxinChaincode;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as a peer sees it, through the shim's own conversation. */
class ChaincodeListenerTest {
  private static final Instant NOW = ContractBench.FOUNDED.plus(Duration.ofDays(30));
  private static final String MSP = SampleCity.ORDOS.msp().text();

  private final ContractBench bench = ContractBench.founded();
  private final List<FakePeer> peers = new ArrayList<>();
  private ChaincodeListener listener;

  @BeforeEach
  void listen() throws Exception {
    ServiceSettings settings =
        new ServiceSettings(
            new ServiceSettings.Address("127.0.0.1", 0),
            "huxin_1:00",
            ContractBench.LEDGER,
            Optional.empty());
    listener =
        ChaincodeListener.start(
            new HuxinChaincode(
                HuxinContract.create(), ContractBench.LEDGER, InstantSource.fixed(NOW)),
            settings);
  }

  @AfterEach
  void stop() {
    for (FakePeer peer : peers) {
      peer.close();
    }
    listener.close();
  }

  private FakePeer connect() throws InterruptedException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", listener.port()).usePlaintext().build();
    FakePeer peer = FakePeer.connect(channel);
    peers.add(peer);
    bench.ledger().state().forEach((key, value) -> peer.put(key, value.toByteArray()));
    return peer;
  }

  private static ChaincodeMessage end(CompletableFuture<ChaincodeMessage> call) throws Exception {
    ChaincodeMessage message = call.get(30, TimeUnit.SECONDS);
    assertEquals(ChaincodeMessage.Type.COMPLETED, message.getType());
    return message;
  }

  private static Response response(ChaincodeMessage message) throws InvalidProtocolBufferException {
    return Response.parseFrom(message.getPayload());
  }

  private static String text(Response response) {
    assertEquals(200, response.getStatus(), response.getMessage());
    return response.getPayload().toString(StandardCharsets.UTF_8);
  }

  private static LedgerRefusedException refused(Response response) {
    assertEquals(500, response.getStatus());
    return LedgerRefusedException.parse(response.getMessage()).orElseThrow();
  }

  @Test
  void answersAQueryFromThePeersState() throws Exception {
    Response response = response(end(connect().call("t1", MSP, NOW, List.of("GetMembership"))));
    assertTrue(text(response).startsWith("{\"key\":\"membership\",\"value\":{\"cities\":["));
  }

  @Test
  void listsThroughThePeersPages() throws Exception {
    FakePeer peer = connect();
    String all = text(response(end(peer.call("t1", MSP, NOW, List.of("ListAuthorities")))));
    for (SampleCity city : SampleCity.values()) {
      assertTrue(all.contains("\"key\":\"authority/" + city.governor() + "\""), all);
    }
    String first = "authority/" + SampleCity.HOHHOT.governor();
    String rest = text(response(end(peer.call("t2", MSP, NOW, List.of("ListAuthorities", first)))));
    assertFalse(rest.contains(first), rest);
    assertTrue(rest.contains(SampleCity.BAOTOU.governor().text()), rest);
  }

  @Test
  void aRefusalIsTheMessageOfAnError() throws Exception {
    FakePeer peer = connect();
    LedgerRefusedException unknown =
        refused(response(end(peer.call("t1", MSP, NOW, List.of("Nothing", "150602190001010015")))));
    assertEquals(LedgerRefusal.OPERATION_UNKNOWN, unknown.code());
    LedgerRefusedException none =
        refused(response(end(peer.call("t2", MSP, NOW, List.of("GetGenesis")))));
    assertEquals(LedgerRefusal.NOT_FOUND, none.code());
    assertEquals("genesis", none.evidence().get("key"));
  }

  @Test
  void aCallWithoutAnythingIsRefused() throws Exception {
    assertEquals(
        LedgerRefusal.OPERATION_UNKNOWN,
        refused(response(end(connect().call("t1", MSP, NOW, List.of())))).code());
  }

  @Test
  void aTimeFarFromTheEndorsersIsRefusedForWhatWrites() throws Exception {
    FakePeer peer = connect();
    int limit = ContractBench.LIMITS.clockSkewSeconds();
    for (Instant time : List.of(NOW.plusSeconds(limit + 1), NOW.minusSeconds(limit + 1))) {
      LedgerRefusedException refused =
          refused(response(end(peer.call("w" + time, MSP, time, List.of("UpdateAuthority", "x")))));
      assertEquals(LedgerRefusal.COMMIT_TIME_NOT_PLAUSIBLE, refused.code());
      assertEquals(Integer.toString(limit), refused.evidence().get("limit"));
    }
    Instant last = NOW.plusSeconds(limit);
    assertEquals(
        LedgerRefusal.JWS_REFUSED,
        refused(response(end(peer.call("ok", MSP, last, List.of("UpdateAuthority", "x"))))).code());
    Instant far = NOW.plusSeconds(10L * limit);
    assertEquals(
        200, response(end(peer.call("q", MSP, far, List.of("GetMembership")))).getStatus());
  }

  @Test
  void saysWhatItIs() throws Exception {
    String metadata =
        text(
            response(
                end(
                    connect()
                        .call("t1", MSP, NOW, List.of("org.hyperledger.fabric:GetMetadata")))));
    HuxinContract.create()
        .table()
        .all()
        .forEach(
            operation ->
                assertTrue(
                    metadata.contains("\"name\":\"" + operation.name() + "\""), operation.name()));
    assertTrue(metadata.contains("\"tag\":[\"evaluate\"]"));
  }

  @Test
  void aQueryHasNoEvent() throws Exception {
    ChaincodeMessage message = end(connect().call("t1", MSP, NOW, List.of("GetMembership")));
    assertEquals(ChaincodeEvent.getDefaultInstance(), message.getChaincodeEvent());
  }

  @Test
  void aSecondPeerThatOnlyBeginsToRegisterDisturbsNobody() throws Exception {
    FakePeer first = connect();
    ManagedChannel stranger =
        NettyChannelBuilder.forAddress("127.0.0.1", listener.port()).usePlaintext().build();
    // It has connected, and the chaincode waits for its word; the first one's calls go on.
    FakePeer half = FakePeer.hesitant(stranger);
    peers.add(half);
    for (int i = 0; i < 5; i++) {
      assertEquals(
          200, response(end(first.call("t" + i, MSP, NOW, List.of("GetMembership")))).getStatus());
    }
  }

  @Test
  void nothingOfACallIsLogged() throws Exception {
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + java.util.Arrays.toString(line.getParameters()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(handler);
    // Even if somebody has everything logged.
    root.setLevel(Level.FINE);
    try {
      FakePeer peer = connect();
      int call = 0;
      for (String name : List.of("GetAuthority", "UpdateAuthority", "SECRET")) {
        call++;
        LedgerRefusedException refused =
            refused(response(end(peer.call("t" + call, MSP, NOW, List.of(name, "SECRET")))));
        assertFalse(refused.message().contains("SECRET"), refused.message());
      }
    } finally {
      root.setLevel(before);
      root.removeHandler(handler);
    }
    assertTrue(lines.stream().noneMatch(line -> line.contains("SECRET")), lines::toString);
  }
}
