// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.Usage;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.authorization.UsedLicence;
import org.huxin.core.holder.Trail;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A consumer records that it used licences, in a division of its own city. Each use rests on an
 * authorization of which the consumer is the grantee, in force when it is committed, whatever the
 * consumer says of its own time; or on a statutory use scope of the consumer; or on a use scope and
 * what the holder presented. Every authorization is counted once, and so is the one that an agent's
 * grant lies within. What is sealed for the holder has one length (proto/spec/trail.md). Refuses:
 *
 * <ul>
 *   <li>{@code ROLE_NOT_IN_FORCE}: no consumer
 *   <li>{@code NOT_COMPETENT}: it records for another authority, in another city, or under an
 *       authorization of another grantee
 *   <li>{@code LIMIT_EXCEEDED}: the number is beyond the uses of one business
 *   <li>{@code TRAIL_LENGTH}: something else than a sealed trail
 *   <li>{@code ALREADY_EXISTS}: this use was recorded in other words
 *   <li>{@code NOT_FOUND}: the authorization or the use scope
 *   <li>{@code REVOKED}, {@code NOT_YET_IN_FORCE}, {@code NO_LONGER_IN_FORCE}, {@code EXHAUSTED}:
 *       an authorization, or the one that it lies within
 *   <li>{@code HOLDER_KEY_RETIRED}: the key that signed one of them had ended by then
 *   <li>{@code OUTSIDE_AUTHORIZATION}: the authorization does not cover licence, attributes,
 *       service, purpose or business
 *   <li>{@code USE_SCOPE_NOT_OPEN}, {@code OUTSIDE_USE_SCOPE}, {@code USE_SCOPE_NOT_STATUTORY}: the
 *       use scope does not allow it
 * </ul>
 */
public final class RecordUsageOperation extends StatementOperation<RecordUsage> {
  /** The operation. */
  public RecordUsageOperation() {
    super(
        Operation.RECORD_USAGE,
        RecordUsage.class,
        EnumSet.of(
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.LIMIT_EXCEEDED,
            LedgerRefusal.TRAIL_LENGTH,
            LedgerRefusal.ALREADY_EXISTS,
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.REVOKED,
            LedgerRefusal.NOT_YET_IN_FORCE,
            LedgerRefusal.NO_LONGER_IN_FORCE,
            LedgerRefusal.EXHAUSTED,
            LedgerRefusal.HOLDER_KEY_RETIRED,
            LedgerRefusal.OUTSIDE_AUTHORIZATION,
            LedgerRefusal.USE_SCOPE_NOT_OPEN,
            LedgerRefusal.OUTSIDE_USE_SCOPE,
            LedgerRefusal.USE_SCOPE_NOT_STATUTORY));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, RecordUsage statement) {
    return List.of(key(statement));
  }

  @Override
  protected void decide(StatementCase<RecordUsage> statementCase) {
    RecordUsage usage = statementCase.statement();
    Signer.OfAuthority consumer = statementCase.requireRole(Role.CONSUMER);
    statementCase.requireSigner(usage.grantee(), "grantee");
    statementCase.requireCompetent(
        consumer.city().code().covers(usage.accepting()),
        "authority of the city of " + usage.accepting());
    requireNumber(usage.number(), statementCase.limits().usesPerPurpose());
    requireSealed(usage.uses());
    statementCase.draft().requireAbsent(key(usage));
    if (usage.basis() == UseBasis.AUTHORIZATION) {
      new ConsentedUse(statementCase).count();
    } else {
      requireInScope(statementCase);
    }
    statementCase
        .draft()
        .put(key(usage), new Usage(usage, History.begin(statementCase.revision())));
  }

  private static EntityKey<Usage> key(RecordUsage usage) {
    return Usage.key(usage.grantee(), usage.item(), usage.business(), usage.number());
  }

  private static void requireNumber(int number, int limit) {
    if (number >= limit) {
      throw new LedgerRefusedException(
          LedgerRefusal.LIMIT_EXCEEDED,
          Map.of("limit", Integer.toString(limit), "value", Integer.toString(number)));
    }
  }

  private static void requireSealed(List<UsedLicence> uses) {
    for (int i = 0; i < uses.size(); i++) {
      int length = uses.get(i).sealed().length();
      if (length != Trail.SEALED_LENGTH) {
        throw new LedgerRefusedException(
            LedgerRefusal.TRAIL_LENGTH,
            Map.of(
                "use", Integer.toString(i),
                "length", Integer.toString(length),
                "required", Integer.toString(Trail.SEALED_LENGTH)));
      }
    }
  }

  private static void requireInScope(StatementCase<RecordUsage> statementCase) {
    RecordUsage usage = statementCase.statement();
    // The statement's form sees to it that such a use names a scope.
    ScopeCheck scope = ScopeCheck.open(statementCase, usage.scope().orElseThrow());
    scope.requireOf(usage.grantee());
    if (usage.basis() == UseBasis.STATUTORY_DUTY) {
      scope.requireStatutory();
    }
    scope.requireFor(List.of(usage.item()), usage.purpose());
    usage.uses().forEach(use -> scope.requireCovers(use.type(), use.fields()));
  }
}
