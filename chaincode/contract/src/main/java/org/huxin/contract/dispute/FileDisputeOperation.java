// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.dispute;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.dispute.Dispute;
import org.huxin.core.dispute.DisputeState;
import org.huxin.core.dispute.FileDispute;
import org.huxin.core.governance.Limits;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * A holder, a consumer or an auditor says that fields of a licence are wrong. Whether the holder
 * holds it, the issuer finds out before accepting. The times until which it is to be accepted and
 * decided follow from the limits. Refuses:
 *
 * <ul>
 *   <li>{@code STATEMENT_SIGNATORY}: a holder's key signs as authority, or the other way round
 *   <li>{@code ROLE_NOT_IN_FORCE}: neither consumer nor auditor, as the statement says
 *   <li>{@code CITY_NOT_MEMBER}: the licence was issued in no city of this ledger
 *   <li>{@code NOT_FOUND}: no such issuer
 * </ul>
 */
public final class FileDisputeOperation extends StatementOperation<FileDispute> {
  /** The operation. */
  public FileDisputeOperation() {
    super(
        Operation.FILE_DISPUTE,
        FileDispute.class,
        EnumSet.of(LedgerRefusal.ROLE_NOT_IN_FORCE, LedgerRefusal.NOT_FOUND));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, FileDispute statement) {
    return List.of(Dispute.key(id));
  }

  @Override
  protected void decide(StatementCase<FileDispute> statementCase) {
    FileDispute filed = statementCase.statement();
    requireRaiser(statementCase);
    MemberCity unusedCity = statementCase.requireCity(filed.licence().division());
    Authority unusedIssuer = statementCase.draft().require(Authority.key(filed.licence().issuer()));
    Limits limits = statementCase.limits();
    Instant acceptBy = statementCase.committedAt().plusSeconds(limits.disputeAcceptSeconds());
    statementCase
        .draft()
        .put(
            Dispute.key(statementCase.id()),
            new Dispute(
                filed,
                statementCase.signer().key(),
                acceptBy,
                acceptBy.plusSeconds(limits.disputeResolveSeconds()),
                DisputeState.Status.FILED,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                History.begin(statementCase.revision())));
  }

  private static void requireRaiser(StatementCase<FileDispute> statementCase) {
    Signer unused =
        switch (statementCase.statement().raiser()) {
          case HOLDER -> statementCase.holder();
          case CONSUMER -> statementCase.requireRole(Role.CONSUMER);
          case AUDITOR -> statementCase.requireRole(Role.AUDITOR);
        };
  }
}
