// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.contract.statement.LedgerDraft;
import org.huxin.contract.statement.OperationNames;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.SignerCheck;
import org.huxin.contract.statement.StatementArguments;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.governance.Membership;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.Batch;
import org.huxin.core.lifecycle.LifeCycleRefusedException;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Operation;

/**
 * Issuers of one city anchor one or several batches, all or none: one statement for each, signed by
 * its own issuer, so that the results of one 一件事 appear together.
 *
 * <p>Each issuer has the role and is accredited for type and division, there or in a division above
 * it within the city, now and when it signed; it signs with a key of the batch's suite; the type's
 * version is in force and not classified (stock may be of a version that was replaced). An earlier
 * licence whose place is taken is valid and the issuer's own or its predecessor's, or is being
 * transferred to the batch's division under an agreement in force that covers it; a dispute that is
 * corrected is about that licence and upheld. A licence of the batch may begin suspended, withdrawn
 * or cancelled if nothing was ever said of it; only a withdrawal reaches back.
 *
 * <p>The result's statement is that of the first argument, its keys those of all batches. A repeat
 * is a call in which every batch is anchored; one in which some are is refused, since its batches
 * did not appear together. Its own refusals:
 *
 * <ul>
 *   <li>{@code BATCH_NAMED_TWICE}: one statement stands twice among the arguments
 *   <li>{@code BATCHES_PARTLY_ANCHORED}: some of the batches were anchored before, others not
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: the signer is no issuer, not the one that
 *       the batch names, not that of a licence whose place is taken, or not where a transfer goes
 *   <li>{@code BATCH_SUITE}: the key is of another suite than the batch
 *   <li>{@code LIMIT_EXCEEDED}: more earlier licences and first statuses than a statement may have
 *   <li>{@code NOT_ACCREDITED}: not for this type in this division
 *   <li>{@code NOT_FOUND}: no such version of the type, or no such dispute
 *   <li>{@code TYPE_CLASSIFIED}, {@code NOT_YET_IN_FORCE}, {@code NO_LONGER_IN_FORCE}: the version
 *       of the type
 *   <li>{@code TRANSITION_NOT_ALLOWED}: an earlier licence is not valid or not being transferred, a
 *       first status is none, or a dispute is not upheld
 *   <li>{@code AGREEMENT_DOES_NOT_COVER}: a transfer without an agreement in force for it
 *   <li>{@code DISPUTE_OF_OTHER_LICENCE}: the dispute is about another licence
 *   <li>{@code ALREADY_EXISTS}: a first status for a licence that has one
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: a first status that reaches back
 * </ul>
 */
public final class AnchorBatchOperation implements LedgerOperation {
  /** One matter ends in a few results, each of another issuer; far fewer than this. */
  public static final int MAX_BATCHES = 16;

  private static final Set<LedgerRefusal> OWN =
      Set.of(
          LedgerRefusal.BATCH_NAMED_TWICE,
          LedgerRefusal.BATCHES_PARTLY_ANCHORED,
          LedgerRefusal.ROLE_NOT_IN_FORCE,
          LedgerRefusal.NOT_COMPETENT,
          LedgerRefusal.BATCH_SUITE,
          LedgerRefusal.LIMIT_EXCEEDED,
          LedgerRefusal.NOT_ACCREDITED,
          LedgerRefusal.NOT_FOUND,
          LedgerRefusal.TYPE_CLASSIFIED,
          LedgerRefusal.NOT_YET_IN_FORCE,
          LedgerRefusal.NO_LONGER_IN_FORCE,
          LedgerRefusal.TRANSITION_NOT_ALLOWED,
          LedgerRefusal.AGREEMENT_DOES_NOT_COVER,
          LedgerRefusal.DISPUTE_OF_OTHER_LICENCE,
          LedgerRefusal.ALREADY_EXISTS,
          LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED);

  @Override
  public String name() {
    return OperationNames.of(Operation.ANCHOR_BATCH);
  }

  @Override
  public boolean isQuery() {
    return false;
  }

  @Override
  public List<String> arguments() {
    return List.of("statement…");
  }

  @Override
  public Set<LedgerRefusal> refusals() {
    EnumSet<LedgerRefusal> all = EnumSet.copyOf(StatementOperation.commonRefusals());
    all.addAll(OWN);
    return all;
  }

  @Override
  public Outcome execute(List<String> arguments, LedgerView view, TransactionContext context) {
    StatementArguments.requireCount(arguments, 1, MAX_BATCHES);
    List<SignedStatement> statements = read(arguments, context);
    LedgerDraft draft = new LedgerDraft(view);
    List<EntityKey<?>> keys =
        statements.stream().<EntityKey<?>>map(each -> Batch.key(each.id())).toList();
    StatementId first = statements.get(0).id();
    if (isRepeat(draft, keys)) {
      return new Outcome.Accepted(name(), first, keys, List.of());
    }
    Membership membership = StatementOperation.requireMembership(draft);
    List<StatementCase<AnchorBatch>> cases = new ArrayList<>();
    for (SignedStatement each : statements) {
      cases.add(check(each, draft, membership, context));
    }
    try {
      cases.forEach(each -> new BatchRule(each).decide());
    } catch (LifeCycleRefusedException e) {
      throw LedgerRefusedException.of(e);
    }
    Duration statementAge = Duration.ofSeconds(membership.limits().statementAgeSeconds());
    return new Outcome.Accepted(
        name(), first, keys, draft.writes(context.committedAt(), statementAge));
  }

  private static List<SignedStatement> read(List<String> arguments, TransactionContext context) {
    List<SignedStatement> statements = new ArrayList<>();
    Set<StatementId> ids = new HashSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      SignedStatement statement =
          StatementArguments.statement(
              StatementArguments.jws(arguments, i), Operation.ANCHOR_BATCH, context.ledger());
      if (!ids.add(statement.id())) {
        throw LedgerRefusedException.of(LedgerRefusal.BATCH_NAMED_TWICE, "argument", i);
      }
      statements.add(statement);
    }
    return statements;
  }

  private static boolean isRepeat(LedgerDraft draft, List<EntityKey<?>> keys) {
    long anchored = keys.stream().filter(key -> draft.find(key).isPresent()).count();
    if (anchored != 0 && anchored != keys.size()) {
      throw new LedgerRefusedException(
          LedgerRefusal.BATCHES_PARTLY_ANCHORED,
          Map.of("anchored", Long.toString(anchored), "batches", Integer.toString(keys.size())));
    }
    return anchored != 0;
  }

  private static StatementCase<AnchorBatch> check(
      SignedStatement statement,
      LedgerDraft draft,
      Membership membership,
      TransactionContext context) {
    StatementArguments.requireAge(
        statement.head().issuedAt(), context.committedAt(), membership.limits());
    SignerCheck check = new SignerCheck(draft, membership, context);
    Signer.OfAuthority signer =
        check.authority(
            statement.jws(),
            (KeyId.OfAuthority) statement.jws().keyId(),
            statement.head().issuedAt());
    // All of one city: the carrier is a client of one.
    check.requireCarrier(signer.city());
    return new StatementCase<>(
        statement.id(),
        statement.head(),
        (AnchorBatch) statement.statement(),
        signer,
        context.committedAt(),
        membership,
        draft,
        Optional.empty());
  }
}
