// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Terms;

/**
 * That a grant was withdrawn before it arrived: it will be refused. Kept for that grant and that
 * key only, so that nobody can block the grant of another.
 *
 * @param by whose key signed
 * @param history what made each version
 */
public record Tombstone(KeyId by, History<Revision> history) implements Entity {
  private static final Field<Tombstone, KeyId> BY = required("by", Terms.KEY_ID, Tombstone::by);
  private static final Field<Tombstone, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Tombstone::history);

  /** The JSON form. */
  public static final ObjectCodec<Tombstone> CODEC =
      ObjectCodec.of(members -> new Tombstone(members.get(BY), members.get(HISTORY)), BY, HISTORY);

  /** The kind of entity. */
  public static final EntityType<Tombstone> ENTITY =
      EntityType.of("tombstone", 2, Tombstone.class, CODEC);

  /** The key of a tombstone. */
  public static EntityKey<Tombstone> key(StatementId grant, Thumbprint grantor) {
    return ENTITY.key(Revision.print(grant), grantor.toString());
  }
}
