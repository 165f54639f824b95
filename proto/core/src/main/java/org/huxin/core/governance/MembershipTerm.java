// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;

/**
 * When a city shared the ledger. Both ends are when the ledger recorded them: a city joins and
 * leaves at no other time.
 *
 * @param from when it joined
 * @param to when it left, exclusive; empty while it is in
 */
public record MembershipTerm(Instant from, Optional<Instant> to) {
  private static final Field<MembershipTerm, Instant> FROM =
      required("from", Codecs.SECONDS, MembershipTerm::from);
  private static final Field<MembershipTerm, Optional<Instant>> TO =
      optional("to", Codecs.SECONDS, MembershipTerm::to);

  /** The JSON form. */
  public static final ObjectCodec<MembershipTerm> CODEC =
      ObjectCodec.of(members -> new MembershipTerm(members.get(FROM), members.get(TO)), FROM, TO);

  /** The term of a city that has just joined. */
  public static MembershipTerm begin(Instant from) {
    return new MembershipTerm(from, Optional.empty());
  }

  /** Whether the city was in at a time. */
  public boolean holds(Instant time) {
    return !time.isBefore(from) && (to.isEmpty() || time.isBefore(to.get()));
  }
}
