// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.checkpoint;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;

/**
 * The last checkpoint that a city published.
 *
 * @param published as it was published
 * @param history what made each version
 */
public record Checkpoint(PublishCheckpoint published, History<Revision> history) implements Entity {
  private static final Field<Checkpoint, PublishCheckpoint> PUBLISHED =
      required("published", PublishCheckpoint.CODEC, Checkpoint::published);
  private static final Field<Checkpoint, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Checkpoint::history);

  /** The JSON form. */
  public static final ObjectCodec<Checkpoint> CODEC =
      ObjectCodec.of(
          members -> new Checkpoint(members.get(PUBLISHED), members.get(HISTORY)),
          PUBLISHED,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Checkpoint> ENTITY =
      EntityType.of("checkpoint", 1, Checkpoint.class, CODEC);

  /**
   * The checkpoint in its place. Of those before, what made the last ones is kept: the log itself
   * tells of all.
   */
  public Checkpoint next(PublishCheckpoint later, Revision revision) {
    return new Checkpoint(later, history.forget().append(revision));
  }

  @Override
  public boolean forgets() {
    return true;
  }

  /** The key of such an entity. */
  public static EntityKey<Checkpoint> key(DivisionCode city) {
    return ENTITY.key(city.text());
  }
}
