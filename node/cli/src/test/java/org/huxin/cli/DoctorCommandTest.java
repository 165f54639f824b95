// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.huxin.chaincode.HuxinChaincode;
import org.huxin.cli.FoundedNetwork.Run;
import org.huxin.cli.doctor.Finding;
import org.huxin.cli.doctor.ProfileExamination;
import org.huxin.cli.doctor.Symptom;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.statement.Endpoint;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysGenerator;
import org.huxin.embedded.pki.Validity;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.CertificatesPem;
import org.huxin.sdk.profile.Deadlines;
import org.huxin.sdk.profile.FabricIdentity;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.PrivateKeyPem;
import org.huxin.sdk.profile.Profile;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DoctorCommandTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String METADATA = "org.hyperledger.fabric:GetMetadata";

  @TempDir static Path root;
  @TempDir Path temporary;

  private static FoundedNetwork network;

  @BeforeAll
  static void found() throws IOException {
    network = FoundedNetwork.secured(root.resolve("net"));
  }

  @AfterAll
  static void end() {
    network.close();
  }

  private static FoundedCity city() {
    return network.cities().cities().get(0);
  }

  private static Profile sound() {
    return city().profile();
  }

  private Path write(Profile profile) throws IOException {
    Path file = temporary.resolve("profile.json");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, CanonicalJson.text(Profile.CODEC.encode(profile)));
  }

  private static Run doctor(Path file) {
    return FoundedNetwork.run(
        "doctor", "--profile", file.toString(), "--json", "--patience", "2", "--lang", "en");
  }

  private Run doctor(Profile profile) throws IOException {
    return doctor(write(profile));
  }

  private static List<String> symptoms(Run run) {
    List<String> symptoms = new ArrayList<>();
    for (JsonValue each : ((JsonArray) run.json().get("findings").orElseThrow()).items()) {
      symptoms.add(((JsonString) ((JsonObject) each).get("symptom").orElseThrow()).value());
    }
    return symptoms;
  }

  private static void assertFound(Symptom symptom, int code, Run run) {
    assertTrue(symptoms(run).contains(symptom.name()), run.out());
    assertEquals(code, run.code(), run.out());
  }

  private static Profile with(Profile profile, GatewayPeer... peers) {
    return new Profile(
        profile.channel(),
        profile.chaincode(),
        profile.ledger(),
        List.of(peers),
        profile.identity(),
        Optional.of(
            new Deadlines(
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1))));
  }

  private static Profile with(Profile profile, FabricIdentity identity) {
    return new Profile(
        profile.channel(),
        profile.chaincode(),
        profile.ledger(),
        profile.peers(),
        identity,
        profile.ownDeadlines());
  }

  private static Profile ofChaincode(String channel, String chaincode, LedgerId ledger) {
    return new Profile(
        channel,
        chaincode,
        ledger,
        List.of(sound().peers().get(0)),
        sound().identity(),
        Optional.empty());
  }

  private static GatewayPeer first() {
    return sound().peers().get(0);
  }

  @Test
  void aSoundProfileIsSaidToBeSound() throws IOException {
    Run run = FoundedNetwork.run("doctor", "--profile", city().profileFile().toString());
    assertEquals(ExitCode.GOOD, run.code(), run.out());
    assertTrue(run.out().contains("✓"), run.out());
    assertFalse(run.out().contains("✗"), run.out());
    Run json = doctor(sound());
    assertFound(Symptom.LEDGER_SAME, ExitCode.GOOD, json);
    for (Symptom each :
        List.of(
            Symptom.PROFILE_READ,
            Symptom.IDENTITY_SOUND,
            Symptom.CERTIFICATE_VALID,
            Symptom.CONNECTED,
            Symptom.CLOCK_GOOD,
            Symptom.CONTRACT_SAME)) {
      assertTrue(symptoms(json).contains(each.name()), json.out());
    }
  }

  @Test
  void aFileThatIsNoProfileIsExplained() throws IOException {
    assertFound(
        Symptom.PROFILE_MISSING, ExitCode.BAD, doctor(temporary.resolve("no-such-file.json")));
    assertFound(Symptom.PROFILE_UNREADABLE, ExitCode.BAD, doctor(temporary));
    Path file = Files.writeString(temporary.resolve("empty.json"), "{}");
    assertFound(Symptom.PROFILE_FORM, ExitCode.BAD, doctor(file));
  }

  @Test
  void aPrivateKeyThatOthersCanReadIsAWarning() throws IOException {
    Path file = write(sound());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertFound(Symptom.PROFILE_OPEN_TO_OTHERS, ExitCode.GOOD, doctor(file));
  }

  @Test
  void anIdentityWithoutItsKeyIsExplained() throws IOException {
    FabricIdentity own = sound().identity();
    FabricIdentity other = network.cities().cities().get(1).profile().identity();
    assertFound(
        Symptom.IDENTITY_WITHOUT_KEY,
        ExitCode.BAD,
        doctor(
            with(sound(), new FabricIdentity(own.mspId(), own.certificate(), Optional.empty()))));
    assertFound(
        Symptom.IDENTITY_OF_OTHER_KEY,
        ExitCode.BAD,
        doctor(
            with(sound(), new FabricIdentity(own.mspId(), own.certificate(), other.privateKey()))));
    PrivateKeyPem sm2 = new PrivateKeyPem(SigningKey.generate(SignatureSuite.SM, RANDOM).toPem());
    assertFound(
        Symptom.IDENTITY_SUITE,
        ExitCode.BAD,
        doctor(
            with(sound(), new FabricIdentity(own.mspId(), own.certificate(), Optional.of(sm2)))));
  }

  private static List<Symptom> at(Instant now) {
    ProfileExamination examination = new ProfileExamination(city().profileFile(), now);
    assertTrue(examination.examine().isPresent());
    return examination.findings().stream().map(Finding::symptom).toList();
  }

  @Test
  void certificatesAreJudgedByTheirDays() {
    Instant now = Instant.now();
    assertFalse(at(now).contains(Symptom.CERTIFICATE_EXPIRES_SOON));
    assertTrue(at(now.plus(Duration.ofDays(350))).contains(Symptom.CERTIFICATE_EXPIRES_SOON));
    assertTrue(at(now.plus(Duration.ofDays(400))).contains(Symptom.CERTIFICATE_EXPIRED));
    assertTrue(at(now.minus(Duration.ofDays(400))).contains(Symptom.CERTIFICATE_NOT_YET_VALID));
  }

  @Test
  void onePeerAloneIsAWarning() throws IOException {
    assertFound(Symptom.ONE_PEER, ExitCode.GOOD, doctor(with(sound(), first())));
  }

  private static GatewayPeer at(String endpoint) {
    return new GatewayPeer(new Endpoint(endpoint), first().tlsAuthorities(), first().serverName());
  }

  @Test
  void anEndpointThatCannotBeReachedIsExplained() throws IOException {
    assertFound(
        Symptom.HOST_UNKNOWN,
        ExitCode.CANNOT_TELL,
        doctor(with(sound(), at("no-such-host.invalid:7051"))));
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Run closed = doctor(with(sound(), at("127.0.0.1:" + free)));
    assertFound(Symptom.PORT_CLOSED, ExitCode.CANNOT_TELL, closed);
  }

  @Test
  void aPeerThatSaysNothingIsExplained() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      String endpoint = "127.0.0.1:" + socket.getLocalPort();
      assertFound(Symptom.PORT_SILENT, ExitCode.CANNOT_TELL, doctor(with(sound(), at(endpoint))));
      assertFound(
          Symptom.PEER_NO_ANSWER, ExitCode.BAD, doctor(with(sound(), GatewayPeer.plain(endpoint))));
    }
  }

  @Test
  void oneOfTwoPeersIsEnoughToAsk() throws IOException {
    Run run = doctor(with(sound(), at("no-such-host.invalid:7051"), first()));
    assertFound(Symptom.HOST_UNKNOWN, ExitCode.BAD, run);
    assertTrue(symptoms(run).contains(Symptom.LEDGER_SAME.name()));
  }

  @Test
  void tlsThatDoesNotFitIsExplained() throws IOException {
    assertFound(
        Symptom.TLS_NEEDED,
        ExitCode.CANNOT_TELL,
        doctor(with(sound(), GatewayPeer.plain(first().endpoint().text()))));
    assertFound(
        Symptom.TLS_OTHER_AUTHORITY,
        ExitCode.CANNOT_TELL,
        doctor(
            with(
                sound(),
                new GatewayPeer(
                    first().endpoint(),
                    sound().peers().get(1).tlsAuthorities(),
                    first().serverName()))));
    Run name =
        doctor(
            with(
                sound(),
                new GatewayPeer(
                    first().endpoint(),
                    first().tlsAuthorities(),
                    Optional.of("peer9.ordos.example"))));
    assertFound(Symptom.TLS_OTHER_NAME, ExitCode.CANNOT_TELL, name);
    assertTrue(name.out().contains("peer0.ordos.example"), name.out());
    try (FoundedNetwork plain = FoundedNetwork.plain(temporary.resolve("plain"))) {
      String endpoint = plain.cities().cities().get(0).profile().peers().get(0).endpoint().text();
      assertFound(
          Symptom.TLS_NOT_SPOKEN, ExitCode.CANNOT_TELL, doctor(with(sound(), at(endpoint))));
    }
  }

  @Test
  void anExpiredTlsCertificateIsExplained() throws Exception {
    OrganisationKeys keys = network.network().peers().get(0).keys();
    Instant past = Instant.now().minus(Duration.ofDays(30));
    Credential expired = keys.tlsRoot().renew(keys.peerTls(), Validity.days(past, 10), RANDOM);
    CompletableFuture<Void> serving;
    try (ServerSocket socket =
        server(expired)
            .getServerSocketFactory()
            .createServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      serving = CompletableFuture.runAsync(() -> serve(socket));
      assertFound(
          Symptom.TLS_EXPIRED,
          ExitCode.CANNOT_TELL,
          doctor(with(sound(), at("127.0.0.1:" + socket.getLocalPort()))));
    }
    serving.join();
  }

  private static void serve(ServerSocket socket) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        int unused = connection.getInputStream().read();
      } catch (IOException e) {
        // The doctor hangs up, as it should; or the test is over.
      }
    }
  }

  private static SSLContext server(Credential credential)
      throws GeneralSecurityException, IOException {
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(
                    credential.certificatePem().getBytes(StandardCharsets.US_ASCII)));
    String pem = credential.keyPair().toPem().replaceAll("-----[A-Z ]+-----|\\s", "");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server",
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))),
        new char[0],
        new Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void anIdentityOfAnotherAuthorityIsExplained() throws IOException {
    OrganisationKeys stranger =
        OrganisationKeysGenerator.generate("OrdosMSP", "ordos.example", 10, Instant.now(), RANDOM);
    FabricIdentity identity =
        new FabricIdentity(
            new MspId("OrdosMSP"),
            new CertificatesPem(stranger.client().certificatePem()),
            Optional.of(new PrivateKeyPem(stranger.client().keyPair().toPem())));
    assertFound(Symptom.IDENTITY_NOT_ACCEPTED, ExitCode.BAD, doctor(with(sound(), identity)));
  }

  @Test
  void aWrongNameIsExplained() throws IOException {
    LedgerId ledger = sound().ledger();
    assertFound(
        Symptom.CHANNEL_UNKNOWN, ExitCode.BAD, doctor(ofChaincode("nowhere", "huxin", ledger)));
    assertFound(
        Symptom.CHAINCODE_MISSING, ExitCode.BAD, doctor(ofChaincode("licence", "nope", ledger)));
    LedgerId other = new LedgerId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("another ledger")));
    assertFound(Symptom.LEDGER_OTHER, ExitCode.BAD, doctor(ofChaincode("licence", "huxin", other)));
  }

  private static void deploy(String name, Chaincode code) {
    network.network().run(ChaincodeDeployment.of(name, () -> code));
  }

  private static HuxinChaincode contract(InstantSource clock) {
    return new HuxinChaincode(HuxinContract.create(), sound().ledger(), clock);
  }

  /** The same ledger once more, beside the first one. */
  private static void foundAgain(String chaincode) {
    try (LedgerClient client =
        GatewayLedger.of(ofChaincode("licence", chaincode, sound().ledger()))) {
      LedgerClient.Committed unused =
          client.submit(
              "Found",
              List.of(
                  CanonicalJson.text(
                      GenesisConfiguration.CODEC.encode(network.cities().genesis()))));
    }
  }

  @Test
  void anotherChaincodeIsExplained() throws IOException {
    deploy("words", new Answering("no JSON"));
    assertFound(
        Symptom.CHAINCODE_FAILED,
        ExitCode.BAD,
        doctor(ofChaincode("licence", "words", sound().ledger())));
    deploy("unfounded", contract(InstantSource.system()));
    assertFound(
        Symptom.LEDGER_NOT_FOUNDED,
        ExitCode.BAD,
        doctor(ofChaincode("licence", "unfounded", sound().ledger())));
  }

  @Test
  void clocksThatDifferAreExplained() throws IOException {
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    deploy("clock", contract(() -> Instant.now().plus(ahead.get())));
    foundAgain("clock");
    Profile profile = ofChaincode("licence", "clock", sound().ledger());
    assertFound(Symptom.CLOCK_GOOD, ExitCode.GOOD, doctor(profile));
    ahead.set(Duration.ofHours(1));
    assertFound(Symptom.CLOCK_DIFFERS, ExitCode.BAD, doctor(profile));
  }

  @Test
  void anotherVersionOfTheContractIsAWarning() throws IOException {
    deploy("older", new OtherMetadata(contract(InstantSource.system()), "Verify", "Wrong"));
    foundAgain("older");
    Run older = doctor(ofChaincode("licence", "older", sound().ledger()));
    assertFound(Symptom.CONTRACT_OLDER, ExitCode.GOOD, older);
    assertTrue(older.out().contains("Verify"), older.out());
    deploy(
        "newer",
        new OtherMetadata(
            contract(InstantSource.system()),
            "\"name\":\"Verify\",",
            "\"name\":\"Verify\"},{\"name\":\"Foresee\","));
    foundAgain("newer");
    Run newer = doctor(ofChaincode("licence", "newer", sound().ledger()));
    assertFound(Symptom.CONTRACT_NEWER, ExitCode.GOOD, newer);
    assertTrue(newer.out().contains("Foresee"), newer.out());
  }

  @ParameterizedTest
  @EnumSource
  void everySymptomHasItsWordsAndItsRemedyInBothLanguages(Symptom symptom) {
    for (String language : List.of("zh", "en")) {
      java.util.ResourceBundle texts =
          java.util.ResourceBundle.getBundle(
              "org.huxin.cli.texts", java.util.Locale.forLanguageTag(language));
      assertFalse(texts.getString("doctor." + symptom).isBlank());
      if (symptom.weight() != Symptom.Weight.FINE) {
        assertFalse(texts.getString("doctor." + symptom + ".do").isBlank());
      }
    }
  }

  /** Answers everything with the same words. */
  private record Answering(String words) implements Chaincode {
    @Override
    public Response init(ChaincodeStub stub) {
      return invoke(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
      return new Response(200, "", words.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The contract, which says something else of itself. */
  private record OtherMetadata(Chaincode contract, String word, String other) implements Chaincode {
    @Override
    public Response init(ChaincodeStub stub) {
      return contract.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
      Response answer = contract.invoke(stub);
      return METADATA.equals(stub.getFunction())
          ? new Response(
              200,
              "",
              new String(answer.getPayload(), StandardCharsets.UTF_8)
                  .replace(word, other)
                  .getBytes(StandardCharsets.UTF_8))
          : answer;
    }
  }
}
