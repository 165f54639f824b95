// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.huxin.core.authority.Role;
import org.huxin.core.competence.OpenAccreditation;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Name;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.devnet.network.CityGovernor;
import org.huxin.devnet.network.EmbeddedCityNetwork;
import org.huxin.devnet.network.FoundedCities;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.network.NetworkFolder;
import org.huxin.devnet.topology.FourCities;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;
import org.huxin.sdk.Huxin;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.issuing.BatchKind;
import org.huxin.sdk.issuing.Licence;
import org.huxin.sdk.ledger.LedgerClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows in Java compiles and runs, in front of the four cities. */
final class ReadmeTest {
  private static final Uscc AUTHORITY = new Uscc("11150602MB9T0002XY");
  private static final LicenceTypeCode TYPE = new LicenceTypeCode("11100000MB0143028R001");
  private static final DivisionCode DIVISION = new DivisionCode("150602");
  private static final BatchKind KIND = BatchKind.current(TYPE, 1, DIVISION);
  private static final HolderId HOLDER = new HolderId(HolderCodeType.USCC, "91150602MA0T000115");
  private static final Bytes DOCUMENT = Bytes.utf8("the document of a licence");
  private static final Digest DECISION = DigestAlgorithm.SM3.digest(Bytes.utf8("a decision"));
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir static Path shared;
  private static NetworkFolder folder;
  private static EmbeddedCityNetwork network;
  private static FoundedCity city;
  private static SigningKey key;
  private static ProofFile proof;

  @TempDir private Path classes;

  @BeforeAll
  static void found() throws IOException {
    Topology topology = FourCities.topology();
    folder = NetworkFolder.open(shared.resolve("net"));
    network = EmbeddedCityNetwork.startOnFreePorts(topology, Transport.PLAINTEXT, folder.network());
    city =
        FoundedCities.on(network, topology, folder, Founding.standard(), Clock.systemUTC(), RANDOM)
            .city("150600");
    try (LedgerClient client = GatewayLedger.of(city.profile())) {
      CityGovernor governor = new CityGovernor(city, client, Clock.systemUTC(), RANDOM);
      key =
          governor.register(
              AUTHORITY,
              new Name("东胜区市场监督管理局(示例)"),
              DIVISION,
              "issuer",
              SignatureSuite.SM,
              Role.ISSUER,
              Role.CONSUMER);
      LedgerClient.Committed unused =
          governor.submit(
              Optional.empty(),
              new OpenAccreditation(
                  AUTHORITY,
                  TYPE,
                  DIVISION,
                  now(),
                  Optional.empty(),
                  DECISION,
                  List.of(),
                  Optional.empty()));
    }
    try (Huxin huxin =
        Huxin.builder(city.profile())
            .authority(AUTHORITY, 1, key.signer(RANDOM))
            .secret(secret())
            .database(database("proofs"))
            .build()) {
      huxin.createTables();
      proof = huxin.issue(KIND, licence("KIOSK")).join();
    }
  }

  @AfterAll
  static void stop() {
    network.close();
    folder.close();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static Bytes secret() {
    return Bytes.utf8("a secret of at least thirty-two bytes");
  }

  private static JdbcDataSource database(String name) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:readme-" + name + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  private static LicenceIdentifier identifier(String serial) {
    return new LicenceIdentifier(TYPE, AUTHORITY, serial, 1);
  }

  private static Licence licence(String serial) {
    return Licence.builder(identifier(serial), LocalDate.of(2026, 1, 15))
        .attribute("MC", "示例餐饮有限公司")
        .holder(HOLDER)
        .document(DOCUMENT)
        .build();
  }

  private static List<SnippetContext> contexts(String name) {
    SignedStatement statement =
        SignedStatement.sign(
            key.signer(RANDOM),
            new KeyId.OfAuthority(AUTHORITY, 1),
            StatementHead.of(city.profile().ledger(), now()),
            new AnchorBatch(
                AUTHORITY,
                TYPE,
                1,
                DIVISION,
                SignatureSuite.SM,
                DigestAlgorithm.SM3.digest(Bytes.utf8(name)),
                1,
                TrustLevel.A,
                false,
                Optional.empty(),
                List.of(),
                List.of()));
    return List.of(
        new SystemContext(
            city.profileFile(),
            AUTHORITY,
            key.signer(RANDOM),
            secret(),
            database(name),
            KIND,
            identifier(name),
            HOLDER,
            DOCUMENT,
            DECISION,
            statement),
        new KioskContext(
            city.profile().ledger(),
            new KeyId.OfAuthority(AUTHORITY, 1),
            key.publicKey(),
            proof.write(),
            DOCUMENT));
  }

  @Test
  void everySnippetCompilesAndRuns() throws Exception {
    List<String> blocks = ReadmeSnippets.blocks();
    assertFalse(blocks.isEmpty());
    ReadmeSnippets snippets = new ReadmeSnippets(classes);
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      snippets.complaint(blocks.get(i), contexts("S" + i)).ifPresent(complaints::add);
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void aSnippetThatDoesNotCompileOrDoesNotRunIsTold() throws Exception {
    ReadmeSnippets snippets = new ReadmeSnippets(classes);
    String complaint =
        snippets.complaint("Huxin.builder(file).nothing();\n", contexts("X")).orElseThrow();
    assertTrue(complaint.contains("SystemContext") && complaint.contains("KioskContext"));
    assertThrows(
        java.nio.file.NoSuchFileException.class,
        () ->
            snippets.complaint(
                "Huxin.builder(file.resolveSibling(\"none\")).build();\n", contexts("Y")));
  }

  @Test
  void blocksOfOtherLanguagesAreNoSnippets() {
    assertEquals(
        List.of("a;\nb;\n"),
        ReadmeSnippets.blocks("x\n```\nno\n```\n\n```java\na;\nb;\n```\n```json\n{}\n```\n"));
  }

  /** The page of code that shows all of the facade. */
  @Test
  void aWholePageRuns() throws Exception {
    String page =
        """
        try (Huxin huxin = Huxin.builder(file)             // peers, Fabric identity, deadlines
            .authority(authority, 1, signer)               // in memory, PKCS#11 or remote; SM2, P-256 or Ed25519
            .secret(secret)                                // the authority's own, 32 bytes
            .database(dataSource)                          // the application's own
            .build()) {
          huxin.createTables();
          huxin.recover();                                 // what a process that died left pending
          Licence licence = Licence.builder(identifier, LocalDate.of(2026, 5, 1))
              .expiry(LocalDate.of(2031, 4, 30))
              .attribute("MC", "示例餐饮有限公司")
              .holder(holder)
              .document(document)
              .build();
          ProofFile proof = huxin.issue(kind, licence).join();       // travels with the document

          Verdict verdict = huxin.verify(document, proof);           // the document stays here
          if (verdict.result() != Validity.VALID) {
            throw new IllegalStateException(verdict.toString());
          }

          StatusOrder order = StatusOrder.suspend(new Code("INSPECTION"), decision, proof.record().ref());
          try (Connection connection = dataSource.getConnection()) { // with what else the approval changes
            connection.setAutoCommit(false);
            huxin.enqueue(connection, "licence 1", huxin.statuses().sign(List.of(order)));
            connection.commit();
          }
          huxin.relay("window 1").relayDue();                        // or run(…) on a thread of its own
          if (huxin.verify(document, proof).result() != Validity.INVALID) {
            throw new IllegalStateException("still valid");
          }
        }
        """;
    assertEquals(Optional.empty(), new ReadmeSnippets(classes).complaint(page, contexts("PAGE")));
  }
}
