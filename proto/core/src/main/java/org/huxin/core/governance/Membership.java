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

/**
 * Which cities share the ledger, and the limits that hold for all. Every statement is judged by it;
 * it changes only when a city joins or leaves.
 *
 * @param limits the limits of the genesis configuration
 * @param cities the cities, in the order of their codes; unmodifiable
 * @param history what made each version
 */
public record Membership(Limits limits, List<MemberCity> cities, History<Revision> history)
    implements Entity {
  /** A state has fewer leagues and cities. */
  public static final int MAX_CITIES = 64;

  private static final Field<Membership, Limits> LIMITS =
      required("limits", Limits.CODEC, Membership::limits);
  private static final Field<Membership, List<MemberCity>> CITIES =
      required("cities", ListCodec.list(MemberCity.CODEC, 1, MAX_CITIES), Membership::cities);
  private static final Field<Membership, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Membership::history);

  /** The JSON form. */
  public static final ObjectCodec<Membership> CODEC =
      ObjectCodec.of(
          members -> new Membership(members.get(LIMITS), members.get(CITIES), members.get(HISTORY)),
          LIMITS,
          CITIES,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Membership> ENTITY =
      EntityType.of("membership", 0, Membership.class, CODEC);

  /**
   * A membership.
   *
   * @throws IllegalArgumentException if two cities have one code, or they are not in order
   */
  public Membership {
    cities = List.copyOf(cities);
    for (int i = 1; i < cities.size(); i++) {
      if (cities.get(i - 1).code().compareTo(cities.get(i).code()) >= 0) {
        throw new IllegalArgumentException("each city once, in the order of the codes");
      }
    }
  }

  /** The key of the one membership. */
  public static EntityKey<Membership> key() {
    return ENTITY.key();
  }

  /** The city in which a division lies, if it is a member. */
  public Optional<MemberCity> cityOf(DivisionCode division) {
    return cities.stream().filter(city -> city.code().covers(division)).findFirst();
  }

  /**
   * How many governors must sign a joint statement: ⌈(n + f + 1) / 2⌉ of n cities, of which f = ⌊(n
   * − 1) / 3⌋ may be dishonest.
   */
  public int quorum() {
    int tolerated = (cities.size() - 1) / 3;
    return (cities.size() + tolerated + 2) / 2;
  }

  @Override
  public Optional<Shortened> closeSegment(Instant olderThan) {
    return history.close(olderThan, Revision.CODEC, rest -> new Membership(limits, cities, rest));
  }
}
