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
 * What an issuer is, or was, competent for.
 *
 * @param issuer who may issue
 * @param type what
 * @param division where; covers what lies beneath
 * @param periods in the order in which they were opened; unmodifiable
 * @param history what made each version
 */
public record Accreditation(
    Uscc issuer,
    LicenceTypeCode type,
    DivisionCode division,
    List<AccreditedPeriod> periods,
    History<Revision> history)
    implements Entity {
  /** More changes of competence than an authority sees. */
  public static final int MAX_PERIODS = 128;

  private static final Field<Accreditation, Uscc> ISSUER =
      required("issuer", Terms.USCC, Accreditation::issuer);
  private static final Field<Accreditation, LicenceTypeCode> TYPE =
      required("type", Terms.LICENCE_TYPE, Accreditation::type);
  private static final Field<Accreditation, DivisionCode> DIVISION =
      required("division", Terms.DIVISION, Accreditation::division);
  private static final Field<Accreditation, List<AccreditedPeriod>> PERIODS =
      required(
          "periods",
          ListCodec.list(AccreditedPeriod.CODEC, 1, MAX_PERIODS),
          Accreditation::periods);
  private static final Field<Accreditation, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Accreditation::history);

  /** The JSON form. */
  public static final ObjectCodec<Accreditation> CODEC =
      ObjectCodec.of(
          members ->
              new Accreditation(
                  members.get(ISSUER),
                  members.get(TYPE),
                  members.get(DIVISION),
                  members.get(PERIODS),
                  members.get(HISTORY)),
          ISSUER,
          TYPE,
          DIVISION,
          PERIODS,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Accreditation> ENTITY =
      EntityType.of("accreditation", 3, Accreditation.class, CODEC);

  /** Copies of the given lists. */
  public Accreditation {
    periods = List.copyOf(periods);
  }

  /** The key of such an entity. */
  public static EntityKey<Accreditation> key(
      Uscc issuer, LicenceTypeCode type, DivisionCode division) {
    return ENTITY.key(issuer.text(), type.text(), division.text());
  }

  /**
   * The period that holds at a legal time, as the ledger knew by another.
   *
   * @param knownAt empty for all that it knows
   */
  public Optional<AccreditedPeriod> at(Instant time, Optional<Instant> knownAt) {
    return periods.stream().filter(period -> period.holds(time, knownAt)).findFirst();
  }

  @Override
  public Optional<Shortened> closeSegment(Instant olderThan) {
    return history.close(
        olderThan,
        Revision.CODEC,
        rest -> new Accreditation(issuer, type, division, periods, rest));
  }
}
