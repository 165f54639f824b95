// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.LicenceState.Party;
import org.huxin.core.licence.VoidBatch;
import org.huxin.core.licence.VoidReason;
import org.huxin.core.licence.VoidedBatch;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * An issuer, or who succeeds it, declares a batch void, and so every licence in it. Within the
 * limit of the genesis configuration after it was anchored; for a compromised key at any time, but
 * then the batch must be one that this key committed when it was compromised. A batch that took the
 * place of other licences stays: they would have no successor. The legal date is kept as history.
 * Its own refusals:
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: no such batch
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: the signer is neither its issuer nor who
 *       succeeds it
 *   <li>{@code BATCH_ALREADY_VOID}: it is void
 *   <li>{@code BATCH_SUPERSEDES}: it took the place of other licences
 *   <li>{@code DEADLINE_PASSED}: it was anchored too long ago
 *   <li>{@code KEY_NOT_COMPROMISED}: its key was not compromised when it was anchored
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: the legal date lies before the statement
 * </ul>
 */
public final class VoidBatchOperation extends StatementOperation<VoidBatch> {
  /** The operation. */
  public VoidBatchOperation() {
    super(
        Operation.VOID_BATCH,
        VoidBatch.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.BATCH_ALREADY_VOID,
            LedgerRefusal.BATCH_SUPERSEDES,
            LedgerRefusal.DEADLINE_PASSED,
            LedgerRefusal.KEY_NOT_COMPROMISED,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, VoidBatch statement) {
    return List.of(Batch.key(statement.batch()));
  }

  @Override
  protected void decide(StatementCase<VoidBatch> statementCase) {
    VoidBatch statement = statementCase.statement();
    EntityKey<Batch> key = Batch.key(statement.batch());
    Batch batch = statementCase.draft().require(key);
    Party unused =
        new StatusParties(statementCase, batch.issuer(), batch.type(), batch.division())
            .require(Party.ISSUER);
    if (batch.voided().isPresent()) {
      throw LedgerRefusedException.of(LedgerRefusal.BATCH_ALREADY_VOID);
    }
    if (batch.supersedes()) {
      throw LedgerRefusedException.of(LedgerRefusal.BATCH_SUPERSEDES);
    }
    requireTime(statementCase, batch);
    VoidedBatch voided =
        new VoidedBatch(
            statement.reason(),
            statement.basis(),
            statement.effectiveFrom(),
            statementCase.at(batch));
    statementCase.draft().put(key, batch.voided(voided, statementCase.revision(batch)));
  }

  private static void requireTime(StatementCase<VoidBatch> statementCase, Batch batch) {
    VoidBatch statement = statementCase.statement();
    if (statement.effectiveFrom().isBefore(statementCase.issuedAt())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
          "effectiveFrom",
          statement.effectiveFrom().getEpochSecond());
    }
    if (statement.reason() == VoidReason.KEY_COMPROMISED) {
      requireCompromised(statementCase, batch);
      return;
    }
    Instant deadline = batch.anchoredAt().plusSeconds(statementCase.limits().voidBatchSeconds());
    if (statementCase.committedAt().isAfter(deadline)) {
      throw LedgerRefusedException.of(
          LedgerRefusal.DEADLINE_PASSED, "deadline", deadline.getEpochSecond());
    }
  }

  private static void requireCompromised(StatementCase<VoidBatch> statementCase, Batch batch) {
    boolean compromised =
        statementCase
            .draft()
            .require(Authority.key(batch.issuer()))
            .key(batch.key())
            .filter(key -> key.isCompromised(batch.anchoredAt(), Optional.empty()))
            .isPresent();
    if (!compromised) {
      throw LedgerRefusedException.of(
          LedgerRefusal.KEY_NOT_COMPROMISED,
          "kid",
          new KeyId.OfAuthority(batch.issuer(), batch.key()));
    }
  }
}
