// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.EnumSet;
import java.util.List;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.PaperRequest;
import org.huxin.core.authorization.RecordPaperRequest;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.statement.Operation;

/**
 * A consumer records that it asked for a paper, why, and the receipt of the check that it made
 * before. Once for each service, business and material. Refuses:
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}: no consumer
 *   <li>{@code NOT_COMPETENT}: it records for another authority
 *   <li>{@code ALREADY_EXISTS}: it was recorded before
 * </ul>
 */
public final class RecordPaperRequestOperation extends StatementOperation<RecordPaperRequest> {
  /** The operation. */
  public RecordPaperRequestOperation() {
    super(
        Operation.RECORD_PAPER_REQUEST,
        RecordPaperRequest.class,
        EnumSet.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.ALREADY_EXISTS));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, RecordPaperRequest statement) {
    return List.of(key(statement));
  }

  @Override
  protected void decide(StatementCase<RecordPaperRequest> statementCase) {
    RecordPaperRequest request = statementCase.statement();
    Signer.OfAuthority unused = statementCase.requireRole(Role.CONSUMER);
    statementCase.requireSigner(request.consumer(), "consumer");
    statementCase.draft().requireAbsent(key(request));
    statementCase
        .draft()
        .put(key(request), new PaperRequest(request, History.begin(statementCase.revision())));
  }

  private static EntityKey<PaperRequest> key(RecordPaperRequest request) {
    return PaperRequest.key(
        request.consumer(), request.item(), request.business(), request.material());
  }
}
