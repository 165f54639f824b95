// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authority;

import java.util.List;
import java.util.Set;
import org.huxin.contract.statement.Jurisdiction;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.AddAuthorityKey;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A governor adds a key to an authority of its own city, which proves that it has it. The authority
 * itself does not: whoever stole a key could make himself others. A number is never used again.
 *
 * <p>Writes the authority.
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: it is not registered
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of its city
 *   <li>{@code GOVERNOR_KEYS_JOINT}: it is a governor
 *   <li>{@code STALE_VERSION}: another version of it
 *   <li>{@code POSSESSION_REFUSED}, {@code KEY_NUMBER_USED}, {@code KEY_REUSED}: the key
 *   <li>{@code LIMIT_EXCEEDED}: too many keys, those that ended among them
 * </ul>
 */
public final class AddAuthorityKeyOperation extends StatementOperation<AddAuthorityKey> {
  /** The operation. */
  public AddAuthorityKeyOperation() {
    super(
        Operation.ADD_AUTHORITY_KEY,
        AddAuthorityKey.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.GOVERNOR_KEYS_JOINT,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.POSSESSION_REFUSED,
            LedgerRefusal.KEY_NUMBER_USED,
            LedgerRefusal.KEY_REUSED,
            LedgerRefusal.LIMIT_EXCEEDED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, AddAuthorityKey statement) {
    return List.of(Authority.key(statement.authority()));
  }

  @Override
  protected void decide(StatementCase<AddAuthorityKey> statementCase) {
    AddAuthorityKey statement = statementCase.statement();
    EntityKey<Authority> key = Authority.key(statement.authority());
    Authority authority = statementCase.draft().require(key);
    var unused = Jurisdiction.over(statementCase, authority.division());
    if (authority.isGovernor()) {
      throw LedgerRefusedException.of(
          LedgerRefusal.GOVERNOR_KEYS_JOINT, "authority", authority.uscc());
    }
    statementCase.requireReplaces(key, authority);
    List<HeldKey> keys =
        new KeyAdmission(
                authority.uscc(), statementCase.head().ledger(), statementCase.at(authority))
            .add(authority.keys(), List.of(statement.key()));
    statementCase.draft().put(key, authority.withKeys(keys, statementCase.revision(authority)));
  }
}
