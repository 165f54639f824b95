// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.statement.Terms;

/**
 * A seal as it was filed, and what became of it.
 *
 * @param filed as it was filed, with what had happened before
 * @param maker who filed it
 * @param history what happened, the filing first
 */
public record Seal(FileSeal filed, Uscc maker, History<SealEvent> history) implements Entity {
  private static final Field<Seal, FileSeal> FILED = required("filed", FileSeal.CODEC, Seal::filed);
  private static final Field<Seal, Uscc> MAKER = required("maker", Terms.USCC, Seal::maker);
  private static final Field<Seal, History<SealEvent>> HISTORY =
      required("history", History.codec(SealEvent.CODEC), Seal::history);

  /** The JSON form. */
  public static final ObjectCodec<Seal> CODEC =
      ObjectCodec.of(
          members -> new Seal(members.get(FILED), members.get(MAKER), members.get(HISTORY)),
          FILED,
          MAKER,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Seal> ENTITY = EntityType.of("seal", 1, Seal.class, CODEC);

  /** The key of such an entity. */
  public static EntityKey<Seal> key(SealKey seal) {
    return ENTITY.key(seal.toString());
  }

  @Override
  public Optional<Shortened> closeSegment(Instant olderThan) {
    return history.close(olderThan, SealEvent.CODEC, rest -> new Seal(filed, maker, rest));
  }
}
