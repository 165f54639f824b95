// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Terms;

/**
 * What an authority supervises, or supervised.
 *
 * @param supervisor who supervises
 * @param type what
 * @param division where; covers what lies beneath
 * @param periods in the order in which they were opened; unmodifiable
 * @param history what made each version
 */
public record Supervision(
    Uscc supervisor,
    LicenceTypeCode type,
    DivisionCode division,
    List<SupervisedPeriod> periods,
    History<Revision> history)
    implements Entity {
  private static final Field<Supervision, Uscc> SUPERVISOR =
      required("supervisor", Terms.USCC, Supervision::supervisor);
  private static final Field<Supervision, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, Supervision::type);
  private static final Field<Supervision, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, Supervision::division);
  private static final Field<Supervision, List<SupervisedPeriod>> PERIODS =
      required(
          "periods",
          ListCodec.list(SupervisedPeriod.CODEC, 1, Accreditation.MAX_PERIODS),
          Supervision::periods);
  private static final Field<Supervision, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Supervision::history);

  /** The JSON form. */
  public static final ObjectCodec<Supervision> CODEC =
      ObjectCodec.of(
          members ->
              new Supervision(
                  members.get(SUPERVISOR),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(PERIODS),
                  members.get(HISTORY)),
          SUPERVISOR,
          TYPE,
          DIVISION,
          PERIODS,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Supervision> ENTITY =
      EntityType.of("supervision", 3, Supervision.class, CODEC);

  /** Copies of the given lists. */
  public Supervision {
    periods = List.copyOf(periods);
  }

  /** The key of such an entity. */
  public static EntityKey<Supervision> key(
      Uscc supervisor, LicenceTypeCode type, DivisionCode division) {
    return ENTITY.key(supervisor.text(), type.text(), division.text());
  }

  /**
   * Whether a period holds at a legal time, as the ledger knew by another.
   *
   * @param knownAt empty for all that it knows
   */
  public boolean holds(Instant time, Optional<Instant> knownAt) {
    return periods.stream().anyMatch(period -> period.holds(time, knownAt));
  }

  @Override
  public Optional<Shortened> closeSegment(Instant olderThan) {
    return history.close(
        olderThan,
        Revision.CODEC,
        rest -> new Supervision(supervisor, type, division, periods, rest));
  }
}
