// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.KeyRetirement;
import org.huxin.core.authority.RetireAuthorityKey;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A key ends. The authority itself says so with any of its keys in force, that one among them, or
 * the governor of its city. It replaces no version, so it never goes stale. The end does not lie
 * before the statement, and takes effect when it is committed at the earliest: what the key signed
 * until then stands. From {@code compromisedSince} on, which may lie in the past, nothing stands
 * that the key committed.
 *
 * <p>A further statement about the same key must bring something new: an earlier end, or an earlier
 * compromise. The last of the places for it are kept for the governor, so that a thief cannot fill
 * them before the theft is reported.
 *
 * <p>Writes the authority.
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: it is not registered
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: neither it nor the governor of its city
 *   <li>{@code GOVERNOR_KEYS_JOINT}: it is a governor
 *   <li>{@code KEY_UNKNOWN}: it has no such key
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: the end lies before the statement, or the compromise in
 *       the future
 *   <li>{@code KEY_ALREADY_RETIRED}: this says no more than was known, or no place is left
 * </ul>
 */
public final class RetireAuthorityKeyOperation extends StatementOperation<RetireAuthorityKey> {
  /** How often an authority may speak of one key: that it ended, and that it was compromised. */
  private static final int OWN_PLACES = 2;

  /** The operation. */
  public RetireAuthorityKeyOperation() {
    super(
        Operation.RETIRE_AUTHORITY_KEY,
        RetireAuthorityKey.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.GOVERNOR_KEYS_JOINT,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.KEY_ALREADY_RETIRED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, RetireAuthorityKey statement) {
    return List.of(Authority.key(statement.authority()));
  }

  @Override
  protected void decide(StatementCase<RetireAuthorityKey> statementCase) {
    RetireAuthorityKey statement = statementCase.statement();
    EntityKey<Authority> entity = Authority.key(statement.authority());
    Authority authority = statementCase.draft().require(entity);
    boolean itself = statementCase.authority().authority().uscc().equals(authority.uscc());
    if (!itself) {
      statementCase.requireGovernorOf(authority.division());
    }
    if (authority.isGovernor()) {
      throw LedgerRefusedException.of(
          LedgerRefusal.GOVERNOR_KEYS_JOINT, "authority", authority.uscc());
    }
    KeyId.OfAuthority kid = new KeyId.OfAuthority(authority.uscc(), statement.number());
    HeldKey key =
        authority
            .key(statement.number())
            .orElseThrow(() -> LedgerRefusedException.of(LedgerRefusal.KEY_UNKNOWN, "kid", kid));
    KeyRetirement retirement = retirement(statementCase, authority);
    int places = itself ? OWN_PLACES : HeldKey.MAX_RETIREMENTS;
    if (!saysMore(key, retirement) || key.retirements().size() >= places) {
      throw LedgerRefusedException.of(LedgerRefusal.KEY_ALREADY_RETIRED, "kid", kid);
    }
    List<HeldKey> keys = new ArrayList<>(authority.keys());
    keys.set(keys.indexOf(key), key.retired(retirement));
    statementCase.draft().put(entity, authority.withKeys(keys, statementCase.revision(authority)));
  }

  private static KeyRetirement retirement(
      StatementCase<RetireAuthorityKey> statementCase, Authority authority) {
    RetireAuthorityKey statement = statementCase.statement();
    statementCase.requireNotBackdated(statement.retiredAt());
    Optional<Instant> since = statement.compromisedSince();
    if (since.isPresent() && since.get().isAfter(statementCase.committedAt())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED, "effectiveFrom", since.get().getEpochSecond());
    }
    Instant at = statementCase.at(authority);
    Instant retiredAt = statement.retiredAt().isBefore(at) ? at : statement.retiredAt();
    return new KeyRetirement(retiredAt, since, at);
  }

  private static boolean saysMore(HeldKey key, KeyRetirement retirement) {
    boolean sooner =
        key.retirements().stream()
            .allMatch(known -> retirement.retiredAt().isBefore(known.retiredAt()));
    boolean compromise =
        retirement
            .compromisedSince()
            .filter(
                since ->
                    key.retirements().stream()
                        .flatMap(known -> known.compromisedSince().stream())
                        .allMatch(since::isBefore))
            .isPresent();
    return sooner || compromise;
  }
}
