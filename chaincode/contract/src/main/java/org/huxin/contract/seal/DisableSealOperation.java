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
import org.huxin.core.seal.DisableSeal;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealAction;
import org.huxin.core.seal.SealChange;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.statement.Operation;

/**
 * 停用: the seal's owner or the maker who filed it disables a seal for the time being. The legal date
 * may lie before the statement, but not before that of the last event. Its own refusals:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such seal
 *   <li>{@code NOT_COMPETENT}, {@code ROLE_NOT_IN_FORCE}: the signer is neither owner nor maker
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: before the last event
 *   <li>{@code TRANSITION_NOT_ALLOWED}: the seal is disabled or has ended
 * </ul>
 */
public final class DisableSealOperation extends StatementOperation<DisableSeal> {
  /** The operation. */
  public DisableSealOperation() {
    super(
        Operation.DISABLE_SEAL,
        DisableSeal.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, DisableSeal statement) {
    return List.of(Seal.key(statement.seal()));
  }

  @Override
  protected void decide(StatementCase<DisableSeal> statementCase) {
    DisableSeal statement = statementCase.statement();
    SealCase seal = SealCase.of(statementCase, statement.seal());
    seal.requireMakerOrOwner();
    seal.requireAfterLast(statement.effectiveFrom());
    seal.record(
        SealAction.DISABLE,
        new SealEvent(
            SealChange.DISABLED,
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
