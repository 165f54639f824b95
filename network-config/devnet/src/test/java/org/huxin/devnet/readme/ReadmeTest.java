// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.readme;

import static org.huxin.devnet.readme.AccreditedCity.AUTHORITY;
import static org.huxin.devnet.readme.AccreditedCity.DECISION;
import static org.huxin.devnet.readme.AccreditedCity.DIVISION;
import static org.huxin.devnet.readme.AccreditedCity.DOCUMENT;
import static org.huxin.devnet.readme.AccreditedCity.HOLDER;
import static org.huxin.devnet.readme.AccreditedCity.KIND;
import static org.huxin.devnet.readme.AccreditedCity.RANDOM;
import static org.huxin.devnet.readme.AccreditedCity.SECRET;
import static org.huxin.devnet.readme.AccreditedCity.TYPE;
import static org.huxin.devnet.readme.AccreditedCity.identifier;
import static org.huxin.devnet.readme.AccreditedCity.licence;
import static org.huxin.devnet.readme.AccreditedCity.now;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.huxin.core.id.KeyId;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.sdk.Huxin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows in Java compiles and runs, in front of the four cities. */
final class ReadmeTest {
  @TempDir static Path shared;
  private static AccreditedCity accredited;
  private static ProofFile proof;

  @TempDir private Path classes;

  @BeforeAll
  static void found() throws IOException {
    accredited = new AccreditedCity(shared.resolve("net"));
    try (Huxin huxin =
        Huxin.builder(accredited.city().profile())
            .authority(AUTHORITY, 1, accredited.key().signer(RANDOM))
            .secret(SECRET)
            .database(database("proofs"))
            .build()) {
      huxin.createTables();
      proof = huxin.issue(KIND, licence("KIOSK")).join();
    }
  }

  @AfterAll
  static void stop() {
    accredited.close();
  }

  private static JdbcDataSource database(String name) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:readme-" + name + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  private static List<SnippetContext> contexts(String name) {
    SignedStatement statement =
        SignedStatement.sign(
            accredited.key().signer(RANDOM),
            new KeyId.OfAuthority(AUTHORITY, 1),
            StatementHead.of(accredited.city().profile().ledger(), now()),
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
            accredited.city().profileFile(),
            AUTHORITY,
            accredited.key().signer(RANDOM),
            SECRET,
            database(name),
            KIND,
            identifier(name),
            HOLDER,
            DOCUMENT,
            DECISION,
            statement),
        new KioskContext(
            accredited.city().profile().ledger(),
            new KeyId.OfAuthority(AUTHORITY, 1),
            accredited.key().publicKey(),
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
