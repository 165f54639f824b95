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
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.seal.ReplaceSeal;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealAction;
import org.huxin.core.seal.SealChange;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.seal.SealStatus;
import org.huxin.core.statement.Operation;

/**
 * 更换: the maker who filed a seal puts another of the same owner in its place, filed before and not
 * ended itself: remade after a leak or a renewed certificate. The legal date may lie before the
 * statement. Its own refusals:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such seal, or no such successor
 *   <li>{@code STALE_VERSION}: it replaces another version
 *   <li>{@code NOT_COMPETENT}, {@code ROLE_NOT_IN_FORCE}: the signer is not its maker
 *   <li>{@code SEAL_OF_OTHER_OWNER}: the successor is another owner's
 *   <li>{@code SEAL_ENDED}: the successor is the seal itself, cancelled or replaced
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: compromised since a time that is still to come
 *   <li>{@code TRANSITION_NOT_ALLOWED}: the seal has ended
 * </ul>
 */
public final class ReplaceSealOperation extends StatementOperation<ReplaceSeal> {
  /** The operation. */
  public ReplaceSealOperation() {
    super(
        Operation.REPLACE_SEAL,
        ReplaceSeal.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.TRANSITION_NOT_ALLOWED,
            LedgerRefusal.SEAL_OF_OTHER_OWNER,
            LedgerRefusal.SEAL_ENDED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, ReplaceSeal statement) {
    return List.of(Seal.key(statement.seal()));
  }

  @Override
  protected void decide(StatementCase<ReplaceSeal> statementCase) {
    ReplaceSeal statement = statementCase.statement();
    SealCase seal = SealCase.of(statementCase, statement.seal());
    statementCase.requireReplaces(Seal.key(statement.seal()), seal.seal());
    seal.requireMaker();
    seal.requirePast(statement.compromisedSince());
    requireSuccessor(statementCase, seal);
    seal.record(
        SealAction.REPLACE,
        new SealEvent(
            SealChange.REPLACED,
            statement.effectiveFrom(),
            Optional.of(statement.basis()),
            Optional.empty(),
            Optional.of(statement.successor()),
            statement.compromisedSince(),
            statementCase.signer().key(),
            statementCase.at(seal.seal()),
            statementCase.id()));
  }

  private static void requireSuccessor(StatementCase<ReplaceSeal> statementCase, SealCase seal) {
    SealCase successor = SealCase.of(statementCase, statementCase.statement().successor());
    if (!successor.seal().filed().owner().equals(seal.seal().filed().owner())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.SEAL_OF_OTHER_OWNER, "seal", statementCase.statement().successor());
    }
    SealStatus status = successor.line().latest();
    boolean ended = status == SealStatus.CANCELLED || status == SealStatus.REPLACED;
    if (ended || statementCase.statement().successor().equals(statementCase.statement().seal())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.SEAL_ENDED, "seal", statementCase.statement().successor());
    }
  }
}
