// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.demand;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.demand.Demand;
import org.huxin.core.demand.DemandStatus;
import org.huxin.core.demand.PostDemand;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * A consumer asks for licence data of a member city, of a supplier or of whoever can supply it.
 * Refuses:
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}: no consumer
 *   <li>{@code NOT_COMPETENT}: it asks for another authority
 *   <li>{@code CITY_NOT_MEMBER}: the division lies in no city of this ledger
 *   <li>{@code NOT_FOUND}: no such supplier
 * </ul>
 */
public final class PostDemandOperation extends StatementOperation<PostDemand> {
  /** The operation. */
  public PostDemandOperation() {
    super(
        Operation.POST_DEMAND,
        PostDemand.class,
        EnumSet.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE, LedgerRefusal.NOT_COMPETENT, LedgerRefusal.NOT_FOUND));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, PostDemand statement) {
    return List.of(Demand.key(id));
  }

  @Override
  protected void decide(StatementCase<PostDemand> statementCase) {
    PostDemand posted = statementCase.statement();
    Signer.OfAuthority unusedSigner = statementCase.requireRole(Role.CONSUMER);
    statementCase.requireSigner(posted.demander(), "demander");
    MemberCity unusedCity = statementCase.requireCity(posted.division());
    if (posted.supplier().isPresent()) {
      Authority unused = statementCase.draft().require(Authority.key(posted.supplier().get()));
    }
    statementCase
        .draft()
        .put(
            Demand.key(statementCase.id()),
            new Demand(
                posted,
                DemandStatus.DEMANDED,
                Optional.empty(),
                Optional.empty(),
                History.begin(statementCase.revision())));
  }
}
