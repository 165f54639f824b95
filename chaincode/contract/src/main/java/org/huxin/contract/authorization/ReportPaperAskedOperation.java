// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.EnumSet;
import java.util.List;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.PaperReport;
import org.huxin.core.authorization.ReportPaperAsked;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * A holder or an auditor reports that a paper was asked for, with the digest of the receipt that
 * says otherwise. Refuses:
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}: an authority that is no auditor
 *   <li>{@code NOT_FOUND}: no such consumer
 * </ul>
 */
public final class ReportPaperAskedOperation extends StatementOperation<ReportPaperAsked> {
  /** The operation. */
  public ReportPaperAskedOperation() {
    super(
        Operation.REPORT_PAPER_ASKED,
        ReportPaperAsked.class,
        EnumSet.of(LedgerRefusal.ROLE_NOT_IN_FORCE, LedgerRefusal.NOT_FOUND));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, ReportPaperAsked statement) {
    return List.of(PaperReport.key(id));
  }

  @Override
  protected void decide(StatementCase<ReportPaperAsked> statementCase) {
    ReportPaperAsked report = statementCase.statement();
    if (statementCase.signer() instanceof Signer.OfAuthority) {
      Signer.OfAuthority unused = statementCase.requireRole(Role.AUDITOR);
    }
    Authority unused = statementCase.draft().require(Authority.key(report.consumer()));
    statementCase
        .draft()
        .put(
            PaperReport.key(statementCase.id()),
            new PaperReport(
                report, statementCase.signer().key(), History.begin(statementCase.revision())));
  }
}
