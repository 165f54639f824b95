// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.seal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.seal.RestoreSeal;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealAction;
import org.huxin.core.seal.SealChange;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.statement.Operation;

/**
 * 恢复: the maker who filed a seal restores it once it is disabled. The legal date may lie before the
 * statement, but not before that of the last event. Its own refusals:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such seal
 *   <li>{@code STALE_VERSION}: it replaces another version
 *   <li>{@code NOT_COMPETENT}, {@code ROLE_NOT_IN_FORCE}: the signer is not its maker
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: before the last event
 *   <li>{@code TRANSITION_NOT_ALLOWED}: the seal is not disabled
 * </ul>
 */
public final class RestoreSealOperation extends StatementOperation<RestoreSeal> {
  /** The operation. */
  public RestoreSealOperation() {
    super(
        Operation.RESTORE_SEAL,
        RestoreSeal.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, RestoreSeal statement) {
    return List.of(Seal.key(statement.seal()));
  }

  @Override
  protected void decide(StatementCase<RestoreSeal> statementCase) {
    RestoreSeal statement = statementCase.statement();
    SealCase seal = SealCase.of(statementCase, statement.seal());
    statementCase.requireReplaces(Seal.key(statement.seal()), seal.seal());
    seal.requireMaker();
    seal.requireAfterLast(statement.effectiveFrom());
    seal.record(
        SealAction.RESTORE,
        new SealEvent(
            SealChange.RESTORED,
            statement.effectiveFrom(),
            Optional.of(statement.basis()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            statementCase.signer().key(),
            statementCase.at(seal.seal()),
            statementCase.id()));
  }
}
