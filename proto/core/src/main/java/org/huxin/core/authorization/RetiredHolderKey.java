// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Terms;

/**
 * That a holder's key ended.
 *
 * @param since from when on
 * @param reason why
 * @param by whose key signed
 * @param history what made each version
 */
public record RetiredHolderKey(Instant since, Code reason, KeyId by, History<Revision> history)
    implements Entity {
  private static final Field<RetiredHolderKey, Instant> SINCE =
      required("since", Codecs.SECONDS, RetiredHolderKey::since);
  private static final Field<RetiredHolderKey, Code> REASON =
      required("reason", Code.CODEC, RetiredHolderKey::reason);
  private static final Field<RetiredHolderKey, KeyId> BY =
      required("by", Terms.KEY_ID, RetiredHolderKey::by);
  private static final Field<RetiredHolderKey, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, RetiredHolderKey::history);

  /** The JSON form. */
  public static final ObjectCodec<RetiredHolderKey> CODEC =
      ObjectCodec.of(
          members ->
              new RetiredHolderKey(
                  members.get(SINCE), members.get(REASON), members.get(BY), members.get(HISTORY)),
          SINCE,
          REASON,
          BY,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<RetiredHolderKey> ENTITY =
      EntityType.of("retired-key", 1, RetiredHolderKey.class, CODEC);

  /** The key of such an entity. */
  public static EntityKey<RetiredHolderKey> key(Thumbprint key) {
    return ENTITY.key(key.toString());
  }

  /**
   * Whether the key had ended at a legal time, as the ledger knew by another.
   *
   * @param knownAt empty for all that it knows
   */
  public boolean holds(Instant time, Optional<Instant> knownAt) {
    boolean known = knownAt.isEmpty() || !history.first().at().isAfter(knownAt.get());
    return known && !time.isBefore(since);
  }
}
