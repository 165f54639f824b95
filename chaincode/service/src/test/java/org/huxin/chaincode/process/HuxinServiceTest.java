// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as an operator runs it, and a peer beside it. */
class HuxinServiceTest {
  /** 128 and the number of SIGTERM: what Java ends with when it is told to. */
  private static final int TERMINATED = 143;

  private static final String MSP = SampleCity.ORDOS.msp().text();

  @TempDir Path folder;

  private final ContractBench bench = ContractBench.founded();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private static Map<String, String> settings() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("CHAINCODE_SERVER_ADDRESS", "127.0.0.1:0");
    environment.put("CORE_CHAINCODE_ID_NAME", "huxin_1:00");
    environment.put("HUXIN_LEDGER_ID", ContractBench.LEDGER.toString());
    return environment;
  }

  private ServiceProcess start(Map<String, String> environment) throws Exception {
    ServiceProcess service = ServiceProcess.start(environment);
    open.add(service);
    return service;
  }

  private FakePeer connect(int port, ChannelCredentials credentials) throws Exception {
    FakePeer peer =
        FakePeer.connect(NettyChannelBuilder.forAddress("127.0.0.1", port, credentials).build());
    open.add(peer);
    bench.ledger().state().forEach((key, value) -> peer.put(key, value.toByteArray()));
    return peer;
  }

  private FakePeer connect(ServiceProcess service) throws Exception {
    return connect(service.port(), InsecureChannelCredentials.create());
  }

  private static CompletableFuture<ChaincodeMessage> call(
      FakePeer peer, String transaction, String... arguments) {
    return peer.call(transaction, MSP, Instant.now(), List.of(arguments));
  }

  private static Response response(CompletableFuture<ChaincodeMessage> call) throws Exception {
    ChaincodeMessage message = call.get(30, TimeUnit.SECONDS);
    assertEquals(ChaincodeMessage.Type.COMPLETED, message.getType());
    return Response.parseFrom(message.getPayload());
  }

  private static void assertMembership(CompletableFuture<ChaincodeMessage> call) throws Exception {
    Response response = response(call);
    assertEquals(200, response.getStatus(), response.getMessage());
    assertTrue(
        response
            .getPayload()
            .toString(StandardCharsets.UTF_8)
            .startsWith("{\"key\":\"membership\""));
  }

  @Test
  void onlyAPeerWithACertificateOfTheRightAuthorityIsAnswered() throws Exception {
    TlsAuthority services = TlsAuthority.create(folder, "services");
    TlsAuthority peers = TlsAuthority.create(folder, "peers");
    TlsAuthority strangers = TlsAuthority.create(folder, "strangers");
    TlsAuthority.Credentials own = services.issue("service");
    Map<String, String> environment = settings();
    environment.put("CORE_PEER_TLS_ENABLED", "true");
    environment.put("CORE_TLS_CLIENT_KEY_FILE", own.key().toString());
    environment.put("CORE_TLS_CLIENT_CERT_FILE", own.certificate().toString());
    environment.put("CORE_PEER_TLS_ROOTCERT_FILE", peers.root().toString());
    ServiceProcess service = start(environment);
    int port = service.port();

    assertRefused(port, InsecureChannelCredentials.create());
    assertRefused(port, trusting(services).build());
    assertRefused(port, showing(services, strangers.issue("peer")));
    // Its own authority speaks for services, not for peers.
    assertRefused(port, showing(services, services.issue("peer")));
    // Who takes another for the service's authority does not talk to it.
    assertRefused(port, showing(peers, peers.issue("deceived")));
    assertMembership(
        call(connect(port, showing(services, peers.issue("peer"))), "t1", "GetMembership"));
    assertEquals(1, service.lines().size(), () -> service.lines().toString());
    assertTrue(service.lines().get(0).contains(" with mutual TLS, "));
  }

  private static TlsChannelCredentials.Builder trusting(TlsAuthority authority) throws Exception {
    return TlsChannelCredentials.newBuilder().trustManager(authority.root().toFile());
  }

  private static ChannelCredentials showing(TlsAuthority trusted, TlsAuthority.Credentials own)
      throws Exception {
    return trusting(trusted).keyManager(own.certificate().toFile(), own.key().toFile()).build();
  }

  private void assertRefused(int port, ChannelCredentials credentials) {
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> connect(port, credentials));
    StatusRuntimeException status =
        assertInstanceOf(StatusRuntimeException.class, refused.getCause());
    assertEquals(Status.Code.UNAVAILABLE, status.getStatus().getCode());
  }

  @Test
  void theCallUnderWayIsAnsweredBeforeTheServiceEnds() throws Exception {
    ServiceProcess service = start(settings());
    FakePeer peer = connect(service);
    peer.hold();
    CompletableFuture<ChaincodeMessage> call = call(peer, "t1", "GetMembership");
    peer.awaitQuestion();
    service.terminate();
    // It stops to listen first, so a stranger sees when it has heard.
    awaitRefusal(service.port());
    assertFalse(call.isDone());
    peer.release();
    assertMembership(call);
    assertEquals("the chaincode closed the stream", peer.awaitEnd().getMessage());
    assertEquals(TERMINATED, service.end());
    assertEquals(1, service.lines().size(), () -> service.lines().toString());
  }

  private static void awaitRefusal(int port) {
    boolean listens = true;
    while (listens) {
      try (java.net.Socket socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
        listens = socket.isConnected();
      } catch (java.io.IOException e) {
        listens = false;
      }
    }
  }

  @Test
  void anIdleServiceEndsWhenItIsTold() throws Exception {
    ServiceProcess service = start(settings());
    assertTrue(service.port() > 0);
    service.terminate();
    assertEquals(TERMINATED, service.end());
  }

  @Test
  void aSecondPeerDisturbsNoCallUnderWay() throws Exception {
    ServiceProcess service = start(settings());
    FakePeer first = connect(service);
    first.hold();
    CompletableFuture<ChaincodeMessage> call = call(first, "t1", "GetMembership");
    first.awaitQuestion();
    FakePeer second = connect(service);
    assertMembership(call(second, "t1", "GetMembership"));
    second.close();
    assertFalse(call.isDone());
    first.release();
    assertMembership(call);
    assertMembership(call(first, "t2", "GetMembership"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHAINCODE_SERVER_ADDRESS||CHAINCODE_SERVER_ADDRESS is missing: host:port on which to listen",
        "CHAINCODE_SERVER_ADDRESS|9999|CHAINCODE_SERVER_ADDRESS is not host:port",
        "CORE_CHAINCODE_ID_NAME||CORE_CHAINCODE_ID_NAME is missing: the package id that the peer printed",
        "HUXIN_LEDGER_ID||HUXIN_LEDGER_ID is missing: the digest of the genesis configuration",
        "HUXIN_LEDGER_ID|x|HUXIN_LEDGER_ID is not sha256: and 64 hexadecimal digits",
        "CORE_PEER_TLS_ENABLED|yes|CORE_PEER_TLS_ENABLED is neither true nor false"
      })
  void aWrongSettingIsOneLineAndTheExitCodeForSettings(
      String name, @Nullable String value, String line) throws Exception {
    Map<String, String> environment = settings();
    if (value == null) {
      environment.remove(name);
    } else {
      environment.put(name, value);
    }
    ServiceProcess service = start(environment);
    assertEquals(78, service.end());
    assertEquals(List.of("huxin-chaincode: " + line), service.lines());
  }

  @Test
  void anAddressThatIsTakenIsOneLineAndTheExitCodeForServices() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> environment = settings();
      environment.put("CHAINCODE_SERVER_ADDRESS", "127.0.0.1:" + taken.getLocalPort());
      assertCannotListen(environment);
    }
  }

  @Test
  void aFileThatIsNoCertificateIsOneLineAndTheExitCodeForServices() throws Exception {
    TlsAuthority authority = TlsAuthority.create(folder, "authority");
    TlsAuthority.Credentials own = authority.issue("service");
    Path none = Files.writeString(folder.resolve("none.pem"), "none");
    Map<String, String> good = settings();
    good.put("CORE_PEER_TLS_ENABLED", "true");
    good.put("CORE_TLS_CLIENT_KEY_FILE", own.key().toString());
    good.put("CORE_TLS_CLIENT_CERT_FILE", own.certificate().toString());
    good.put("CORE_PEER_TLS_ROOTCERT_FILE", authority.root().toString());
    for (String file :
        List.of(
            "CORE_TLS_CLIENT_KEY_FILE",
            "CORE_TLS_CLIENT_CERT_FILE",
            "CORE_PEER_TLS_ROOTCERT_FILE")) {
      Map<String, String> environment = new TreeMap<>(good);
      environment.put(file, none.toString());
      assertCannotListen(environment);
    }
  }

  private void assertCannotListen(Map<String, String> environment) throws Exception {
    ServiceProcess service = start(environment);
    assertEquals(69, service.end(), () -> service.lines().toString());
    assertEquals(1, service.lines().size(), () -> service.lines().toString());
    String line = service.lines().get(0);
    assertTrue(line.startsWith("huxin-chaincode: cannot listen: "), line);
    assertFalse(line.endsWith(": null") || line.endsWith(": "), line);
  }

  @Test
  void aFaultSaysNothingOfTheCallAndTheServiceLivesOn() throws Exception {
    ServiceProcess service = start(everythingLogged());
    FakePeer peer = connect(service);
    FakePeer broken = connect(service);
    // What no operation ever wrote, and what a careless message would repeat.
    bench.ledger().state().keySet().forEach(key -> broken.put(key, bytes("{\"SECRET\":1}")));
    for (List<String> call :
        List.of(
            List.of("GetMembership"),
            List.of("GetAuthority", SampleCity.ORDOS.governor().text()),
            List.of("ListAuthorities"))) {
      Response response = response(call(broken, call.get(0), call.toArray(String[]::new)));
      assertEquals(500, response.getStatus());
      assertTrue(response.getMessage().matches("FAULT [A-Za-z]+"), response.getMessage());
    }
    assertMembership(call(peer, "t1", "GetMembership"));
    assertTrue(service.isAlive());
    assertSilent(service, "SECRET", SampleCity.ORDOS.governor().text());
    assertTrue(
        service.lines().stream().anyMatch(line -> line.contains("GetMembership failed")),
        "a fault is reported");
  }

  @Test
  void nothingOfACallIsSaidWhateverIsLogged() throws Exception {
    ServiceProcess service = start(everythingLogged());
    FakePeer peer = connect(service);
    int number = 0;
    for (String name : List.of("GetAuthority", "UpdateAuthority", "SECRET-name")) {
      number++;
      Response response =
          response(call(peer, "t" + number, name, "SECRET-150602190001010015", "SECRET-more"));
      LedgerRefusedException refused =
          LedgerRefusedException.parse(response.getMessage()).orElseThrow();
      assertFalse(refused.message().contains("SECRET"), refused.message());
    }
    assertEquals(
        LedgerRefusal.OPERATION_UNKNOWN,
        LedgerRefusedException.parse(response(call(peer, "t9", "SECRET")).getMessage())
            .orElseThrow()
            .code());
    service.terminate();
    assertEquals(TERMINATED, service.end());
    assertSilent(service, "SECRET", "150602190001010015");
    for (String library : List.of("org.hyperledger", "io.grpc")) {
      assertTrue(
          service.lines().stream().noneMatch(line -> line.contains(library)),
          () -> service.lines().toString());
    }
  }

  /** All that the shim, gRPC and Java's logging can be told by the environment. */
  private Map<String, String> everythingLogged() throws Exception {
    Path logging =
        Files.writeString(
            folder.resolve("logging.properties"),
            """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=ALL
            .level=FINE
            org.hyperledger.level=ALL
            org.hyperledger.handlers=java.util.logging.ConsoleHandler
            org.hyperledger.fabric.shim.level=ALL
            org.hyperledger.fabric.shim.impl.level=ALL
            org.hyperledger.fabric.shim.impl.ChaincodeInvocationTask.level=ALL
            org.hyperledger.fabric.shim.impl.InvocationTaskManager.level=ALL
            org.hyperledger.fabric.shim.impl.InvocationStubImpl.level=ALL
            io.grpc.level=ALL
            io.grpc.netty.level=ALL
            io.grpc.netty.shaded.io.grpc.netty.level=ALL
            io.grpc.netty.shaded.io.grpc.netty.NettyServerHandler.level=ALL
            """);
    Map<String, String> environment = settings();
    environment.put("CORE_CHAINCODE_LOGGING_LEVEL", "DEBUG");
    environment.put("CORE_CHAINCODE_LOGGING_SHIM", "DEBUG");
    environment.put("JDK_JAVA_OPTIONS", "-Djava.util.logging.config.file=" + logging);
    return environment;
  }

  private static void assertSilent(ServiceProcess service, String... secrets) {
    List<String> lines = service.lines();
    assertTrue(lines.get(0).contains("JDK_JAVA_OPTIONS"), lines::toString);
    for (String secret : secrets) {
      assertTrue(lines.stream().noneMatch(line -> line.contains(secret)), lines::toString);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
