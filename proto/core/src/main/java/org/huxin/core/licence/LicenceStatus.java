// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.reference.LicenceRef;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.digest.TupleHash;

/**
 * What happened to a licence since it was anchored. A licence without one is valid.
 *
 * @param history what happened
 */
public record LicenceStatus(History<StatusChange> history) implements Entity {
  private static final Field<LicenceStatus, History<StatusChange>> HISTORY =
      required("history", History.codec(StatusChange.CODEC), LicenceStatus::history);

  /** The JSON form. */
  public static final ObjectCodec<LicenceStatus> CODEC =
      ObjectCodec.of(members -> new LicenceStatus(members.get(HISTORY)), HISTORY);

  /** The kind of entity. */
  public static final EntityType<LicenceStatus> ENTITY =
      EntityType.of("status", 1, LicenceStatus.class, CODEC);

  /**
   * The key of a licence's status: a hash over issuer, type, division and licence, so that nobody
   * else can write under it, and so that a thousand changes stay small.
   */
  public static EntityKey<LicenceStatus> key(LicenceRef licence) {
    return ENTITY.key(
        TupleHash.begin(DigestAlgorithm.SHA_256, "huxin/status/1")
            .add(licence.issuer().text())
            .add(licence.type().text())
            .add(licence.division().text())
            .add(licence.anchorKey().toString())
            .finish()
            .value()
            .base64Url());
  }

  /** With one more change, the first of a licence that has no status yet. */
  public static LicenceStatus after(Optional<LicenceStatus> before, StatusChange change) {
    return new LicenceStatus(
        before
            .map(status -> status.history().append(change))
            .orElseGet(() -> History.begin(change)));
  }

  @Override
  public Optional<Shortened> closeSegment(Instant olderThan) {
    return history.close(olderThan, StatusChange.CODEC, rest -> new LicenceStatus(rest));
  }
}
