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
import org.huxin.core.agreement.AgreementState.Status;
import org.huxin.core.agreement.SignAgreement;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A party's governor signs a proposed version: the digest of its canonical terms. With the last
 * signature the version is in force, and the one before it ends in the same transaction. Its own
 * refusals:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such version
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: the signer does not govern the city
 *   <li>{@code TERMS_DIFFER}: the digest is that of other terms
 *   <li>{@code NO_LONGER_IN_FORCE}: the window of the terms is past
 *   <li>{@code TRANSITION_NOT_ALLOWED}: it is not proposed, or the version before it is not in
 *       force
 *   <li>{@code NOT_A_PARTY}, {@code ALREADY_SIGNED}: the city
 * </ul>
 */
public final class SignAgreementOperation extends StatementOperation<SignAgreement> {
  /** The operation. */
  public SignAgreementOperation() {
    super(
        Operation.SIGN_AGREEMENT,
        SignAgreement.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.TERMS_DIFFER,
            LedgerRefusal.NO_LONGER_IN_FORCE,
            LedgerRefusal.TRANSITION_NOT_ALLOWED,
            LedgerRefusal.NOT_A_PARTY,
            LedgerRefusal.ALREADY_SIGNED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, SignAgreement statement) {
    return List.of(Agreement.key(statement.agreement(), statement.version()));
  }

  @Override
  protected void decide(StatementCase<SignAgreement> statementCase) {
    SignAgreement statement = statementCase.statement();
    AgreementCase version =
        AgreementCase.of(statementCase, statement.agreement(), statement.version());
    MemberCity unused = statementCase.requireGovernorOf(statement.city());
    if (!version.agreement().terms().digest().equals(statement.terms())) {
      throw LedgerRefusedException.of(LedgerRefusal.TERMS_DIFFER, "terms", statement.terms());
    }
    version
        .agreement()
        .terms()
        .validTo()
        .filter(end -> !statementCase.committedAt().isBefore(end))
        .ifPresent(
            end -> {
              throw LedgerRefusedException.of(
                  LedgerRefusal.NO_LONGER_IN_FORCE, "until", end.getEpochSecond());
            });
    AgreementState signed = version.state().sign(statement.city());
    version.record(AgreementChange.SIGNED, Optional.of(statement.city()), Optional.empty());
    if (signed.status() == Status.ACTIVE && statement.version() > 1) {
      close(statementCase, statement);
    }
  }

  private static void close(StatementCase<SignAgreement> statementCase, SignAgreement statement) {
    AgreementCase before =
        AgreementCase.of(statementCase, statement.agreement(), statement.version() - 1);
    // Closed before, where a signature was undone and is given anew.
    if (before.state().status() != Status.REPLACED) {
      AgreementState unused = before.state().replace();
      before.record(AgreementChange.REPLACED, Optional.empty(), Optional.empty());
    }
  }
}
