// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Endpoint;
import org.huxin.core.statement.Terms;

/**
 * What a city says of itself: its divisions and where its node is reached.
 *
 * @param code its division
 * @param divisions the divisions beneath it; unmodifiable
 * @param endpoints of the city's node; unmodifiable
 * @param terms when it was a member, oldest first; unmodifiable
 * @param history what made each version
 */
public record City(
    DivisionCode code,
    List<NamedDivision> divisions,
    List<Endpoint> endpoints,
    List<MembershipTerm> terms,
    History<Revision> history)
    implements Entity {
  /** The largest cities have some twenty divisions, and rarely more than a few new ones. */
  public static final int MAX_DIVISIONS = 64;

  /** A node is reached at a few addresses. */
  public static final int MAX_ENDPOINTS = 8;

  /** Cities hardly ever leave and return. */
  public static final int MAX_TERMS = 16;

  private static final Field<City, DivisionCode> CODE =
      required("code", Terms.DIVISION, City::code);
  private static final Field<City, List<NamedDivision>> DIVISIONS =
      required("divisions", ListCodec.list(NamedDivision.CODEC, 0, MAX_DIVISIONS), City::divisions);
  private static final Field<City, List<Endpoint>> ENDPOINTS =
      required("endpoints", ListCodec.list(Endpoint.CODEC, 0, MAX_ENDPOINTS), City::endpoints);
  private static final Field<City, List<MembershipTerm>> TERMS =
      required("terms", ListCodec.list(MembershipTerm.CODEC, 1, MAX_TERMS), City::terms);
  private static final Field<City, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, City::history);

  /** The JSON form. */
  public static final ObjectCodec<City> CODEC =
      ObjectCodec.of(
          members ->
              new City(
                  members.get(CODE),
                  members.get(DIVISIONS),
                  members.get(ENDPOINTS),
                  members.get(TERMS),
                  members.get(HISTORY)),
          CODE,
          DIVISIONS,
          ENDPOINTS,
          TERMS,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<City> ENTITY = EntityType.of("city", 1, City.class, CODEC);

  /** Copies of the given lists. */
  public City {
    divisions = List.copyOf(divisions);
    endpoints = List.copyOf(endpoints);
    terms = List.copyOf(terms);
  }

  /** The key of such an entity. */
  public static EntityKey<City> key(DivisionCode code) {
    return ENTITY.key(code.text());
  }

  /** Whether a division is the city or one of its divisions. */
  public boolean has(DivisionCode division) {
    return division.equals(code)
        || divisions.stream().anyMatch(each -> each.code().equals(division));
  }

  /** Whether the city was a member at a time. */
  public boolean isMember(Instant time) {
    return terms.stream().anyMatch(term -> term.holds(time));
  }

  @Override
  public Optional<Shortened> closeSegment(Instant olderThan) {
    return history.close(
        olderThan, Revision.CODEC, rest -> new City(code, divisions, endpoints, terms, rest));
  }
}
