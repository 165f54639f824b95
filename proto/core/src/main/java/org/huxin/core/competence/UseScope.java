// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;

/**
 * What an authority may ask for, in public. Named by the statement that opened it.
 *
 * @param opened as it was opened
 * @param closing that it ended before; empty while it stands
 * @param history what made each version
 */
public record UseScope(OpenUseScope opened, Optional<PeriodEnd> closing, History<Revision> history)
    implements Entity {
  private static final Field<UseScope, OpenUseScope> OPENED =
      required("opened", OpenUseScope.CODEC, UseScope::opened);
  private static final Field<UseScope, Optional<PeriodEnd>> CLOSING =
      optional("closing", PeriodEnd.CODEC, UseScope::closing);
  private static final Field<UseScope, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, UseScope::history);

  /** The JSON form. */
  public static final ObjectCodec<UseScope> CODEC =
      ObjectCodec.of(
          members -> new UseScope(members.get(OPENED), members.get(CLOSING), members.get(HISTORY)),
          OPENED,
          CLOSING,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<UseScope> ENTITY =
      EntityType.of("scope", 1, UseScope.class, CODEC);

  /** The key of a scope. */
  public static EntityKey<UseScope> key(StatementId id) {
    return ENTITY.key(Revision.print(id));
  }

  /** The scope's name. */
  public StatementId id() {
    return history.first().statement();
  }

  /**
   * Whether the scope is open at a legal time, as the ledger knew by another.
   *
   * @param knownAt empty for all that it knows
   */
  public boolean isOpen(Instant time, Optional<Instant> knownAt) {
    return RecordedPeriod.holds(
        opened.from(), opened.to(), history.first().at(), closing, time, knownAt);
  }
}
