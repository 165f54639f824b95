// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.signature.SignatureSuite;

/**
 * A batch of licences: the root over their records. Named by the statement that anchored it.
 *
 * @param issuer who issued
 * @param key which of the issuer's keys signed
 * @param iat when it was signed
 * @param type of which type
 * @param typeVersion in which version
 * @param division where
 * @param suite the suite of digests and signature
 * @param root the root over the records
 * @param size how many
 * @param trustLevel how far to be trusted
 * @param stock whether they were issued before
 * @param source where they come from
 * @param supersedes whether it took the place of other licences, so that it cannot be voided
 * @param voided that it is void; empty while it stands
 * @param history what made each version
 */
public record Batch(
    Uscc issuer,
    int key,
    Instant iat,
    LicenceTypeCode type,
    int typeVersion,
    DivisionCode division,
    SignatureSuite suite,
    Digest root,
    int size,
    TrustLevel trustLevel,
    boolean stock,
    Optional<BatchSource> source,
    boolean supersedes,
    Optional<VoidedBatch> voided,
    History<Revision> history)
    implements Entity {
  /** As many leaves as a proof's path can have: 2^24. */
  public static final int MAX_SIZE = 16_777_216;

  private static final Field<Batch, Uscc> ISSUER = required("issuer", Terms.USCC, Batch::issuer);
  private static final Field<Batch, Integer> KEY =
      required("key", Codecs.count(1, KeyId.OfAuthority.MAX_NUMBER), Batch::key);
  private static final Field<Batch, Instant> IAT = required("iat", Codecs.SECONDS, Batch::iat);
  private static final Field<Batch, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, Batch::type);
  private static final Field<Batch, Integer> TYPE_VERSION =
      required("typeVersion", Codecs.count(1, 9_999), Batch::typeVersion);
  private static final Field<Batch, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, Batch::division);
  private static final Field<Batch, SignatureSuite> SUITE =
      required("suite", Codecs.enumeration(SignatureSuite.class), Batch::suite);
  private static final Field<Batch, Digest> ROOT = required("root", Codecs.DIGEST, Batch::root);
  private static final Field<Batch, Integer> SIZE =
      required("size", Codecs.count(1, MAX_SIZE), Batch::size);
  private static final Field<Batch, TrustLevel> TRUST_LEVEL =
      required("trustLevel", Codecs.enumeration(TrustLevel.class), Batch::trustLevel);
  private static final Field<Batch, Boolean> STOCK =
      required("stock", Codecs.BOOLEAN, Batch::stock);
  private static final Field<Batch, Optional<BatchSource>> SOURCE =
      optional("source", BatchSource.CODEC, Batch::source);
  private static final Field<Batch, Boolean> SUPERSEDES =
      required("supersedes", Codecs.BOOLEAN, Batch::supersedes);
  private static final Field<Batch, Optional<VoidedBatch>> VOIDED =
      optional("voided", VoidedBatch.CODEC, Batch::voided);
  private static final Field<Batch, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Batch::history);

  /** The JSON form. */
  public static final ObjectCodec<Batch> CODEC =
      ObjectCodec.of(
          members ->
              new Batch(
                  members.get(ISSUER),
                  members.get(KEY),
                  members.get(IAT),
                  members.get(TYPE),
                  members.get(TYPE_VERSION),
                  members.get(DIVISION),
                  members.get(SUITE),
                  members.get(ROOT),
                  members.get(SIZE),
                  members.get(TRUST_LEVEL),
                  members.get(STOCK),
                  members.get(SOURCE),
                  members.get(SUPERSEDES),
                  members.get(VOIDED),
                  members.get(HISTORY)),
          ISSUER,
          KEY,
          IAT,
          TYPE,
          TYPE_VERSION,
          DIVISION,
          SUITE,
          ROOT,
          SIZE,
          TRUST_LEVEL,
          STOCK,
          SOURCE,
          SUPERSEDES,
          VOIDED,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Batch> ENTITY = EntityType.of("batch", 1, Batch.class, CODEC);

  /** The key of a batch. */
  public static EntityKey<Batch> key(StatementId id) {
    return ENTITY.key(Revision.print(id));
  }

  /** The batch's name. */
  public StatementId id() {
    return history.first().statement();
  }

  /** When the ledger recorded it. */
  public Instant anchoredAt() {
    return history.first().at();
  }

  /**
   * Whether the batch is void, as the ledger knew by a time.
   *
   * @param knownAt empty for all that it knows
   */
  public boolean isVoid(Optional<Instant> knownAt) {
    return voided.isPresent() && (knownAt.isEmpty() || !voided.get().at().isAfter(knownAt.get()));
  }

  /** As it is once it was declared void. */
  public Batch voided(VoidedBatch end, Revision revision) {
    return new Batch(
        issuer,
        key,
        iat,
        type,
        typeVersion,
        division,
        suite,
        root,
        size,
        trustLevel,
        stock,
        source,
        supersedes,
        Optional.of(end),
        history.append(revision));
  }
}
