// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.dispute;

import org.huxin.contract.licence.Competence;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authority.Role;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.DisputeState.Party;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Uscc;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** In which capacity the signer acts on a dispute. */
final class DisputeParties {
  private final StatementCase<?> statementCase;
  private final Dispute dispute;

  DisputeParties(StatementCase<?> statementCase, Dispute dispute) {
    this.statementCase = statementCase;
    this.dispute = dispute;
  }

  /**
   * The signer as the licence's issuer, or who succeeds it.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#ROLE_NOT_IN_FORCE}, {@link
   *     LedgerRefusal#NOT_COMPETENT}
   */
  Party requireIssuer() {
    statementCase.requireCompetent(isIssuer(), "issuer");
    Signer.OfAuthority unused = statementCase.requireRole(Role.ISSUER);
    return Party.ISSUER;
  }

  /**
   * The signer as issuer, or else as supervisor of the licence's type and division: who issued a
   * licence never decides on itself as its supervisor.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#ROLE_NOT_IN_FORCE}, {@link
   *     LedgerRefusal#NOT_COMPETENT}
   */
  Party requireJudge() {
    if (isIssuer()) {
      return requireIssuer();
    }
    LicenceRef licence = dispute.filed().licence();
    statementCase.requireCompetent(
        new Competence(statementCase).isSupervisor(signer(), licence.type(), licence.division()),
        "issuer or supervisor");
    Signer.OfAuthority unused = statementCase.requireRole(Role.SUPERVISOR);
    return Party.SUPERVISOR;
  }

  /**
   * The signer as who raised it: the same authority, or the same holder also with a later key.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_COMPETENT}
   */
  Party requireRaiser() {
    boolean same;
    if (statementCase.signer() instanceof Signer.OfHolder holder) {
      same = dispute.by() instanceof KeyId.OfHolder raiser && holder.actsFor(raiser.thumbprint());
    } else {
      same =
          dispute.by() instanceof KeyId.OfAuthority raiser && raiser.authority().equals(signer());
    }
    statementCase.requireCompetent(same, "raiser");
    return Party.RAISER;
  }

  private boolean isIssuer() {
    LicenceRef licence = dispute.filed().licence();
    return signer().equals(licence.issuer())
        || new Competence(statementCase)
            .succeeds(signer(), licence.issuer(), licence.type(), licence.division());
  }

  private Uscc signer() {
    return statementCase.authority().authority().uscc();
  }
}
