// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementChange;
import org.huxin.core.agreement.AgreementState;
import org.huxin.core.agreement.RejectAgreement;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * A party's governor rejects a version that is proposed: it never comes into force. Its own
 * refusals:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such version
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: the signer does not govern the city
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it is not proposed
 *   <li>{@code NOT_A_PARTY}: the city
 * </ul>
 */
public final class RejectAgreementOperation extends StatementOperation<RejectAgreement> {
  /** The operation. */
  public RejectAgreementOperation() {
    super(
        Operation.REJECT_AGREEMENT,
        RejectAgreement.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.TRANSITION_NOT_ALLOWED,
            LedgerRefusal.NOT_A_PARTY));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, RejectAgreement statement) {
    return List.of(Agreement.key(statement.agreement(), statement.version()));
  }

  @Override
  protected void decide(StatementCase<RejectAgreement> statementCase) {
    RejectAgreement statement = statementCase.statement();
    AgreementCase version =
        AgreementCase.of(statementCase, statement.agreement(), statement.version());
    MemberCity city = statementCase.requireGovernorOf(statement.city());
    AgreementState unused = version.state().reject(statement.city());
    version.record(
        AgreementChange.REJECTED, Optional.of(city.code()), Optional.of(statement.basis()));
  }
}
