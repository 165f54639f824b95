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
import org.huxin.core.seal.CancelSeal;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealAction;
import org.huxin.core.seal.SealChange;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.statement.Operation;

/**
 * 注销: the seal's owner or the maker who filed it cancels a seal, with the reason of article 18. The
 * legal date may lie before the statement; a compromise says since when. Its own refusals:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such seal
 *   <li>{@code NOT_COMPETENT}, {@code ROLE_NOT_IN_FORCE}: the signer is neither owner nor maker
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: compromised since a time that is still to come
 *   <li>{@code TRANSITION_NOT_ALLOWED}: the seal has ended
 * </ul>
 */
public final class CancelSealOperation extends StatementOperation<CancelSeal> {
  /** The operation. */
  public CancelSealOperation() {
    super(
        Operation.CANCEL_SEAL,
        CancelSeal.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, CancelSeal statement) {
    return List.of(Seal.key(statement.seal()));
  }

  @Override
  protected void decide(StatementCase<CancelSeal> statementCase) {
    CancelSeal statement = statementCase.statement();
    SealCase seal = SealCase.of(statementCase, statement.seal());
    seal.requireMakerOrOwner();
    seal.requirePast(statement.compromisedSince());
    seal.record(
        SealAction.CANCEL,
        new SealEvent(
            SealChange.CANCELLED,
            statement.effectiveFrom(),
            Optional.of(statement.basis()),
            Optional.of(statement.cancellation()),
            Optional.empty(),
            statement.compromisedSince(),
            statementCase.signer().key(),
            statementCase.at(seal.seal()),
            statementCase.id()));
  }
}
