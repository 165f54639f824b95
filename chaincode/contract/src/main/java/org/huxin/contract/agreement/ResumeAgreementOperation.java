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
import org.huxin.core.agreement.ResumeAgreement;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * A party's governor resumes an agreement that its city suspended. Its own refusals:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such version
 *   <li>{@code STALE_VERSION}: it replaces another version of the entity
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: the signer does not govern the city
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it is not in force
 *   <li>{@code NOT_A_PARTY}, {@code NOT_SUSPENDED_BY_PARTY}: the city
 * </ul>
 */
public final class ResumeAgreementOperation extends StatementOperation<ResumeAgreement> {
  /** The operation. */
  public ResumeAgreementOperation() {
    super(
        Operation.RESUME_AGREEMENT,
        ResumeAgreement.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.TRANSITION_NOT_ALLOWED,
            LedgerRefusal.NOT_A_PARTY,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.NOT_SUSPENDED_BY_PARTY));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, ResumeAgreement statement) {
    return List.of(Agreement.key(statement.agreement(), statement.version()));
  }

  @Override
  protected void decide(StatementCase<ResumeAgreement> statementCase) {
    ResumeAgreement statement = statementCase.statement();
    AgreementCase version =
        AgreementCase.of(statementCase, statement.agreement(), statement.version());
    statementCase.requireReplaces(version.key(), version.agreement());
    MemberCity city = statementCase.requireGovernorOf(statement.city());
    AgreementState unused = version.state().resume(statement.city());
    version.record(
        AgreementChange.RESUMED, Optional.of(city.code()), Optional.of(statement.basis()));
  }
}
