// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.jws.Jws;
import org.huxin.core.merkle.InclusionProof;
import org.huxin.core.proof.HolderOpening;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.reference.LicenceRef;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.mac.HmacSha256;

/**
 * An issuer's proofs on its own database. A batch is written before it is submitted, and marked
 * once it is anchored: whatever happens in between, the store knows what to submit again. Safe for
 * all threads and for several processes.
 *
 * <pre>{@code
 * ProofStoreTables.create(dataSource);
 * ProofStore store = new ProofStore(dataSource, lookUpKey);
 * Optional<ProofFile> proof = store.find(reference);
 * Optional<ProofFile> shown = proof.map(each -> each.redacted(grantedFields, Set.of()));
 * }</pre>
 */
public final class ProofStore {
  /** As many keys as one statement asks for: far beneath the limits of databases. */
  private static final int KEYS_AT_ONCE = 256;

  private static final int KEY_LENGTH = 16;

  private final Database database;
  private final Bytes lookUpKey;

  /**
   * A store.
   *
   * @param source with the tables of {@link ProofStoreTables}
   * @param lookUpKey the issuer's own, at least sixteen bytes: holders are found by an HMAC of
   *     their code, so that the database alone does not tell who holds something
   * @throws IllegalArgumentException if the key is shorter
   */
  public ProofStore(DataSource source, Bytes lookUpKey) {
    if (lookUpKey.length() < KEY_LENGTH) {
      throw new IllegalArgumentException("a key has at least " + KEY_LENGTH + " bytes");
    }
    this.database = new Database(source);
    this.lookUpKey = lookUpKey;
  }

  /**
   * Writes batches that are about to be submitted in one transaction of the ledger.
   *
   * @param batches in the order in which they are submitted, at least one
   * @throws ProofStoreFailedException if one of their licences is in the store, or the database
   *     fails; then nothing is written
   */
  public void addPending(List<PendingBatch> batches) {
    Boolean unused =
        database.transact(
            connection -> {
              String submission = batches.get(0).id().toString();
              for (int i = 0; i < batches.size(); i++) {
                insert(connection, batches.get(i), submission, i);
              }
              return true;
            });
  }

  private void insert(Connection connection, PendingBatch batch, String submission, int place)
      throws SQLException {
    String id = batch.id().toString();
    Optional<SourceRows> rows = batch.source();
    update(
        connection,
        "insert into huxin_batch (id, submission, place, statement, source, first_row, row_count,"
            + " rejected, size) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        submission,
        place,
        batch.statement().text(),
        rows.map(each -> each.source().toString()).orElse(""),
        rows.map(SourceRows::firstRow).orElse(0L),
        rows.map(SourceRows::rows).orElse(0),
        rows.map(SourceRows::rejected).orElse(0),
        batch.licences().size());
    try (PreparedStatement licence =
            connection.prepareStatement(
                "insert into huxin_licence (anchor_key, batch, record, nonce, inclusion,"
                    + " disclosure) values (?, ?, ?, ?, ?, ?)");
        PreparedStatement holder =
            connection.prepareStatement(
                "insert into huxin_holder (code, anchor_key) values (?, ?)")) {
      for (StoredLicence each : byKey(batch)) {
        String key = each.record().anchorKey().toString();
        licence.setString(1, key);
        licence.setString(2, id);
        licence.setString(3, text(each.record().leafData()));
        licence.setString(4, each.nonce().base64Url());
        licence.setString(5, each.inclusion().toBinary().base64Url());
        licence.setString(6, text(Disclosure.CODEC.toBytes(each.disclosure())));
        licence.addBatch();
        for (String code : codes(each.disclosure())) {
          holder.setString(1, code);
          holder.setString(2, key);
          holder.addBatch();
        }
      }
      licence.executeBatch();
      holder.executeBatch();
    }
  }

  /** In the order of the index: a large batch touches each of its pages once. */
  private static List<StoredLicence> byKey(PendingBatch batch) {
    List<StoredLicence> sorted = new ArrayList<>(batch.licences());
    sorted.sort(Comparator.comparing(each -> each.record().anchorKey().toString()));
    return sorted;
  }

  /** A holder who stands twice in a licence is found once. */
  private Set<String> codes(Disclosure disclosure) {
    Set<String> codes = new TreeSet<>();
    for (HolderOpening opening : disclosure.openings()) {
      codes.add(code(opening.opening().holder()));
    }
    return codes;
  }

  private String code(HolderId holder) {
    Bytes message = Bytes.utf8(holder.type().code() + " " + holder.code());
    return HmacSha256.mac(lookUpKey, message).base64Url();
  }

  private static String text(Bytes json) {
    try {
      return json.decodeUtf8();
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new IllegalStateException("JSON is UTF-8", e);
    }
  }

  /**
   * Notes that a submission is anchored.
   *
   * @param first the name of its first batch
   * @param transactionId the transaction that carried it
   * @param block the block that holds the transaction
   */
  public void markAnchored(StatementId first, String transactionId, long block) {
    int unused =
        database.transact(
            connection ->
                update(
                    connection,
                    "update huxin_batch set transaction_id = ?, block = ? where submission = ?",
                    transactionId,
                    block,
                    first.toString()));
  }

  /**
   * Forgets a submission with all its licences, so that they can be issued anew: because the ledger
   * refused it, or because its batches were voided. Its proofs are gone.
   *
   * @param first the name of its first batch
   */
  public void discard(StatementId first) {
    String batches = " in (select id from huxin_batch where submission = ?)";
    Boolean unused =
        database.transact(
            connection -> {
              String id = first.toString();
              update(
                  connection,
                  "delete from huxin_holder where anchor_key in"
                      + " (select anchor_key from huxin_licence where batch"
                      + batches
                      + ")",
                  id);
              update(connection, "delete from huxin_licence where batch" + batches, id);
              update(connection, "delete from huxin_batch where submission = ?", id);
              return true;
            });
  }

  /**
   * What was to be submitted and is not known to be anchored: for each submission its statements in
   * their order. In the order in which the rows of a source follow each other.
   */
  public List<List<Jws>> pending() {
    return database.transact(
        connection -> {
          Map<String, List<Jws>> pending = new LinkedHashMap<>();
          try (PreparedStatement query =
                  connection.prepareStatement(
                      "select submission, statement from huxin_batch where block is null"
                          + " order by source, first_row, submission, place");
              ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              pending
                  .computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                  .add(Jws.parse(rows.getString(2)));
            }
          }
          return pending.values().stream().map(List::copyOf).toList();
        });
  }

  /** How far the batches of a source reach, pending and anchored. */
  public SourceProgress progress(Digest source) {
    return database.transact(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select max(first_row + row_count), sum(size), sum(rejected), count(*)"
                      + " from huxin_batch where source = ?")) {
            query.setString(1, source.toString());
            try (ResultSet rows = query.executeQuery()) {
              rows.next();
              return rows.getInt(4) == 0
                  ? SourceProgress.NONE
                  : new SourceProgress(
                      rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getInt(4));
            }
          }
        });
  }

  /** Which of the given licences are in the store, pending or anchored. */
  public Set<AnchorKey> known(Collection<AnchorKey> keys) {
    return database.transact(
        connection -> {
          Set<AnchorKey> known = new HashSet<>();
          Iterator<AnchorKey> left = keys.iterator();
          while (left.hasNext()) {
            List<String> some = new ArrayList<>();
            while (left.hasNext() && some.size() < KEYS_AT_ONCE) {
              some.add(left.next().toString());
            }
            addKnown(connection, some, known);
          }
          return known;
        });
  }

  private static void addKnown(Connection connection, List<String> keys, Set<AnchorKey> known)
      throws SQLException {
    String places = "?" + ", ?".repeat(keys.size() - 1);
    try (PreparedStatement query =
        connection.prepareStatement(
            "select anchor_key from huxin_licence where anchor_key in (" + places + ")")) {
      for (int i = 0; i < keys.size(); i++) {
        query.setString(i + 1, keys.get(i));
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          known.add(AnchorKey.parse(rows.getString(1)));
        }
      }
    }
  }

  /**
   * The proof of an anchored licence, everything shown; hand out {@link ProofFile#redacted} of it.
   *
   * @return empty if the licence is unknown, pending, or erased
   */
  public Optional<ProofFile> find(LicenceRef licence) {
    return select("l.anchor_key = ?", licence.anchorKey().toString()).stream()
        .filter(proof -> proof.record().ref().equals(licence))
        .findFirst();
  }

  /** The proofs of the anchored licences that somebody holds, everything shown. */
  public List<ProofFile> findByHolder(HolderId holder) {
    return select(
        "l.anchor_key in (select anchor_key from huxin_holder where code = ?)", code(holder));
  }

  private List<ProofFile> select(String condition, String argument) {
    return database.transact(
        connection -> {
          List<ProofFile> proofs = new ArrayList<>();
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select l.record, l.nonce, l.inclusion, l.disclosure, b.statement"
                      + " from huxin_licence l join huxin_batch b on b.id = l.batch"
                      + " where b.block is not null and l.disclosure is not null and "
                      + condition
                      + " order by l.anchor_key")) {
            query.setString(1, argument);
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                proofs.add(licence(rows).proof(Jws.parse(rows.getString(5))));
              }
            }
          }
          return proofs;
        });
  }

  private static StoredLicence licence(ResultSet rows) throws SQLException {
    return new StoredLicence(
        LicenceRecord.CODEC.fromBytes(Bytes.utf8(rows.getString(1)), JsonLimits.FILE),
        Bytes.fromBase64Url(rows.getString(2)),
        Disclosure.CODEC.fromBytes(Bytes.utf8(rows.getString(4)), JsonLimits.FILE),
        InclusionProof.ofBinary(Bytes.fromBase64Url(rows.getString(3))));
  }

  /**
   * Erases what the store knows about the people of a licence: the values of its attributes, its
   * holders and all salts.
   *
   * <p>What remains, here and on the ledger, are salted commitments that nobody can open any more.
   * The licence stays anchored and its status goes on being told; proof files that were handed out
   * keep working, for nobody can call them back; the issuer can make no further ones. Backups of
   * the database are the caller's to erase.
   *
   * @return whether there was something to erase
   */
  public boolean erase(LicenceRef licence) {
    String key = licence.anchorKey().toString();
    return database.transact(
        connection -> {
          update(connection, "delete from huxin_holder where anchor_key = ?", key);
          return update(
                  connection,
                  "update huxin_licence set disclosure = null"
                      + " where anchor_key = ? and disclosure is not null",
                  key)
              > 0;
        });
  }

  private static int update(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement.executeUpdate();
    }
  }
}
