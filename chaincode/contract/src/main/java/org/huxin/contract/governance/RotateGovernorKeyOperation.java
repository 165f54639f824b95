// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.authority.KeyAdmission;
import org.huxin.contract.statement.JointOperation;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.governance.City;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.governance.RotateGovernorKey;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.Revision;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A governor's keys change: some end at once, others begin, each with the proof that its owner has
 * it. The governors sign together, the one concerned with them if it can. What the old keys said
 * stands, but for the statements that are listed as undone. There is no other way to change a
 * governor's keys.
 *
 * <p>The statement replaces a version of the membership, which it does not change: its quorum is
 * counted on that version. Writes the city, by whose history a repeat is recognised, and the
 * governor; which authority that is, the membership says and not the statement.
 *
 * <ul>
 *   <li>{@code CITY_NOT_MEMBER}: no such city is in
 *   <li>{@code KEY_UNKNOWN}: a key to end is none of the governor's
 *   <li>{@code KEY_ALREADY_RETIRED}: a key to end has ended
 *   <li>{@code POSSESSION_REFUSED}, {@code KEY_NUMBER_USED}, {@code KEY_REUSED}: the new keys
 *   <li>{@code NO_KEY_LEFT}: none would sign statements now or later
 *   <li>{@code LIMIT_EXCEEDED}: too many keys or undone statements
 * </ul>
 */
public final class RotateGovernorKeyOperation extends JointOperation<RotateGovernorKey> {
  /** The operation. */
  public RotateGovernorKeyOperation() {
    super(
        Operation.ROTATE_GOVERNOR_KEY,
        RotateGovernorKey.class,
        Set.of(
            LedgerRefusal.KEY_ALREADY_RETIRED,
            LedgerRefusal.POSSESSION_REFUSED,
            LedgerRefusal.KEY_NUMBER_USED,
            LedgerRefusal.KEY_REUSED,
            LedgerRefusal.NO_KEY_LEFT,
            LedgerRefusal.LIMIT_EXCEEDED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, RotateGovernorKey statement) {
    return List.of(City.key(statement.city()));
  }

  @Override
  protected void decide(StatementCase<RotateGovernorKey> statementCase) {
    RotateGovernorKey statement = statementCase.statement();
    MemberCity member = statementCase.requireCity(statement.city());
    City city =
        statementCase
            .draft()
            .find(City.key(statement.city()))
            .orElseThrow(
                () ->
                    LedgerRefusedException.of(
                        LedgerRefusal.CITY_NOT_MEMBER, "division", statement.city()));
    EntityKey<Authority> key = Authority.key(member.governor());
    Authority governor = statementCase.draft().find(key).orElseThrow();
    Instant at = statementCase.at(governor);
    List<HeldKey> keys =
        new KeyAdmission(governor.uscc(), statementCase.head().ledger(), at)
            .add(retire(governor, statement.retire(), at), statement.add());
    if (!Governors.canSign(keys, at)) {
      throw LedgerRefusedException.of(LedgerRefusal.NO_KEY_LEFT, "authority", governor.uscc());
    }
    statementCase
        .draft()
        .put(
            key,
            new Authority(
                governor.uscc(),
                governor.name(),
                governor.division(),
                governor.superior(),
                governor.roles(),
                keys,
                governor.trailKey(),
                governor.endpoints(),
                undo(governor, statement.undone(), at),
                governor.history().append(statementCase.revision(governor))));
    statementCase
        .draft()
        .put(
            City.key(city.code()),
            new City(
                city.code(),
                city.divisions(),
                city.endpoints(),
                city.terms(),
                city.history().append(statementCase.revision(city))));
  }

  private static List<HeldKey> retire(Authority governor, List<Integer> numbers, Instant at) {
    List<HeldKey> keys = new ArrayList<>(governor.keys());
    for (int number : numbers) {
      KeyId.OfAuthority kid = new KeyId.OfAuthority(governor.uscc(), number);
      HeldKey key =
          keys.stream()
              .filter(each -> each.number() == number)
              .findFirst()
              .orElseThrow(() -> LedgerRefusedException.of(LedgerRefusal.KEY_UNKNOWN, "kid", kid));
      if (Governors.hasEnded(key, at)) {
        throw LedgerRefusedException.of(LedgerRefusal.KEY_ALREADY_RETIRED, "kid", kid);
      }
      keys.set(keys.indexOf(key), Governors.end(key, at));
    }
    return keys;
  }

  private static List<Revision> undo(Authority governor, List<StatementId> undone, Instant at) {
    List<Revision> all = new ArrayList<>(governor.undone());
    for (StatementId statement : undone) {
      if (!governor.hasUndone(statement, Optional.empty())) {
        all.add(new Revision(at, statement));
      }
    }
    if (all.size() > Authority.MAX_UNDONE) {
      throw new LedgerRefusedException(
          LedgerRefusal.LIMIT_EXCEEDED,
          Map.of(
              "limit", Integer.toString(Authority.MAX_UNDONE),
              "value", Integer.toString(all.size())));
    }
    return all;
  }
}
