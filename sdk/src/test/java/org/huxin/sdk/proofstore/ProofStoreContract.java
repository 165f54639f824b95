// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import static org.huxin.sdk.sample.IssuingBench.HOLDER;
import static org.huxin.sdk.sample.IssuingBench.KIND;
import static org.huxin.sdk.sample.IssuingBench.licence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.sample.IssuingBench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the proof store promises, on any database. */
abstract class ProofStoreContract {
  private static final List<String> TABLES =
      List.of("huxin_holder", "huxin_licence", "huxin_batch");

  private final IssuingBench bench = new IssuingBench(database());
  private final ProofStore store = bench.store();

  /** The database, the same for all tests. */
  abstract DataSource database();

  /** A database without the tables. */
  abstract DataSource withoutTables();

  @BeforeEach
  void clear() throws SQLException {
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("delete from " + table);
      }
    }
  }

  private List<ProofFile> issue(int... numbers) {
    return bench
        .issuer()
        .anchor(KIND, java.util.Arrays.stream(numbers).mapToObj(IssuingBench::licence).toList());
  }

  private static PendingBatch again(ProofFile proof) {
    return new PendingBatch(
        proof.batch(),
        Optional.empty(),
        List.of(
            new StoredLicence(
                proof.record(),
                proof.nonce(),
                new Disclosure(proof.attributes(), proof.openings()),
                proof.inclusion())));
  }

  @Test
  void aProofIsFoundByReferenceAndByHolder() {
    List<ProofFile> proofs = issue(1, 2);
    assertEquals(Optional.of(proofs.get(1)), store.find(proofs.get(1).record().ref()));
    assertEquals(Set.copyOf(proofs), Set.copyOf(store.findByHolder(HOLDER)));
    assertEquals(
        List.of(), store.findByHolder(new HolderId(HolderCodeType.ORDINARY_PASSPORT, "G1")));
    LicenceRef ref = proofs.get(1).record().ref();
    LicenceRef otherDivision =
        new LicenceRef(
            ref.issuer(),
            ref.type(),
            org.huxin.contract.sample.SampleCity.ORDOS.code(),
            ref.anchorKey());
    assertEquals(Optional.empty(), store.find(otherDivision));
  }

  @Test
  void whatIsFoundCanBeRedacted() {
    ProofFile proof = issue(1).get(0);
    ProofFile redacted =
        store.find(proof.record().ref()).orElseThrow().redacted(Set.of(), Set.of());
    assertEquals(Optional.empty(), redacted.attributes().value(new FieldName("MC")));
    assertEquals(List.of(), redacted.shownHolders());
  }

  @Test
  void whatIsErasedIsNowhereInTheDatabase() throws SQLException {
    ProofFile proof = issue(1).get(0);
    ProofFile kept = issue(2).get(0);
    String salt = proof.shownAttributes().get(0).salt().base64Url();
    assertTrue(dump().contains(salt));
    assertTrue(store.erase(proof.record().ref()));
    String after = dump();
    assertFalse(after.contains(salt) || after.contains("示例餐饮有限公司1"));
    assertFalse(after.contains(proof.openings().get(0).opening().salt().base64Url()));
    assertEquals(Optional.empty(), store.find(proof.record().ref()));
    assertEquals(List.of(kept), store.findByHolder(HOLDER));
    assertFalse(store.erase(proof.record().ref()));
    // It was issued, and is not issued again.
    assertEquals(
        Set.of(proof.record().anchorKey()), store.known(Set.of(proof.record().anchorKey())));
  }

  @Test
  void theHoldersCodeIsNoColumn() throws SQLException {
    issue(1);
    store.erase(store.findByHolder(HOLDER).get(0).record().ref());
    assertFalse(dump().contains(HOLDER.code()));
  }

  /** Every value of every row. */
  private String dump() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = bench.database().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
              all.append(rows.getString(column)).append('\n');
            }
          }
        }
      }
    }
    return all.toString();
  }

  @Test
  void aLicenceIsPendingOrAnchoredOnce() {
    ProofFile proof = issue(1).get(0);
    ProofStoreFailedException failed =
        assertThrows(
            ProofStoreFailedException.class, () -> store.addPending(List.of(again(proof))));
    assertTrue(failed.isDuplicate());
    assertEquals(List.of(), store.pending());
  }

  @Test
  void whatIsPendingIsNoProofYet() {
    ProofFile proof = issue(1).get(0);
    store.discard(proof.batchId());
    assertEquals(Set.of(), store.known(Set.of(proof.record().anchorKey())));
    store.addPending(List.of(again(proof)));
    assertEquals(Optional.empty(), store.find(proof.record().ref()));
    assertEquals(List.of(List.of(proof.batch())), store.pending());
    store.markAnchored(proof.batchId(), "00".repeat(32), 7);
    assertEquals(Optional.of(proof), store.find(proof.record().ref()));
    assertEquals(List.of(), store.pending());
  }

  @Test
  void manyKeysAreAskedForInParts() {
    List<ProofFile> proofs = issue(java.util.stream.IntStream.range(0, 600).toArray());
    Set<org.huxin.core.id.AnchorKey> keys =
        proofs.stream()
            .map(proof -> proof.record().anchorKey())
            .collect(java.util.stream.Collectors.toSet());
    assertEquals(keys, store.known(keys));
    assertEquals(Set.of(), store.known(Set.of()));
  }

  @Test
  void aSourceThatNobodyIssuedHasNoProgress() {
    assertEquals(
        SourceProgress.NONE, store.progress(DigestAlgorithm.SHA_256.digest(Bytes.empty())));
  }

  @Test
  void theTablesCanBeMadeAgain() {
    ProofFile proof = issue(1).get(0);
    ProofStoreTables.create(bench.database());
    assertTrue(store.find(proof.record().ref()).isPresent());
  }

  @Test
  void aKeyThatCanBeGuessedIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ProofStore(bench.database(), Bytes.utf8("short")));
  }

  @Test
  void aDatabaseWithoutTablesIsToldByItsState() {
    ProofStoreFailedException failed =
        assertThrows(
            ProofStoreFailedException.class,
            () -> new ProofStore(withoutTables(), Bytes.utf8("the key of the look-up")).pending());
    assertFalse(failed.isDuplicate());
    assertTrue(failed.toString().contains("SQL state 42"));
    assertEquals("1 attributes, 1 holders", disclosure().toString());
  }

  private Disclosure disclosure() {
    ProofFile proof = bench.issuer().anchor(KIND, List.of(licence(77))).get(0);
    return new Disclosure(proof.attributes(), proof.openings());
  }
}
