// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.demand;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.licence.Competence;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.demand.AnswerDemand;
import org.huxin.core.demand.Demand;
import org.huxin.core.demand.PostDemand;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * An issuer that is accredited for the type in the division answers, the named supplier alone if
 * there is one; or the governor of the division's city. Refuses:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such demand
 *   <li>{@code STALE_VERSION}: it has changed
 *   <li>{@code NOT_COMPETENT}: neither
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it cannot be answered so
 * </ul>
 */
public final class AnswerDemandOperation extends StatementOperation<AnswerDemand> {
  /** The operation. */
  public AnswerDemandOperation() {
    super(
        Operation.ANSWER_DEMAND,
        AnswerDemand.class,
        EnumSet.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.TRANSITION_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, AnswerDemand statement) {
    return List.of(Demand.key(statement.demand()));
  }

  @Override
  protected void decide(StatementCase<AnswerDemand> statementCase) {
    AnswerDemand answer = statementCase.statement();
    EntityKey<Demand> key = Demand.key(answer.demand());
    Demand demand = statementCase.draft().require(key);
    statementCase.requireReplaces(key, demand);
    statementCase.requireCompetent(
        isSupplier(statementCase, demand.posted()) || isGovernor(statementCase, demand.posted()),
        "issuer, or governor of the city");
    statementCase
        .draft()
        .put(
            key,
            new Demand(
                demand.posted(),
                demand.status().answer(answer.answer()),
                Optional.of(statementCase.signer().key()),
                answer.reason(),
                demand.history().append(statementCase.revision(demand))));
  }

  private static boolean isSupplier(StatementCase<AnswerDemand> statementCase, PostDemand posted) {
    Authority signer = statementCase.authority().authority();
    boolean asked = posted.supplier().isEmpty() || posted.supplier().get().equals(signer.uscc());
    return asked
        && statementCase.inForce(signer, Role.ISSUER)
        && new Competence(statementCase)
            .isAccredited(signer.uscc(), posted.type(), posted.division());
  }

  private static boolean isGovernor(StatementCase<AnswerDemand> statementCase, PostDemand posted) {
    Authority signer = statementCase.authority().authority();
    return statementCase.inForce(signer, Role.GOVERNOR)
        && statementCase
            .membership()
            .cityOf(posted.division())
            .filter(city -> city.governor().equals(signer.uscc()))
            .isPresent();
  }
}
