// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.catalogue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.Revision;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;

/**
 * What licence types and service items have in common. Their codes begin with the credit code of
 * their owner, who alone defines them. Versions follow one another: the first replaces nothing, and
 * each further one replaces the entity of the version before it, which is told when its successor
 * takes its place. None takes effect before its statement, or before the version that it follows.
 *
 * @param <S> the operation's statement
 * @param <E> a version
 */
abstract class CatalogueOperation<S extends Statement, E extends Entity>
    extends StatementOperation<S> {
  private static final Set<LedgerRefusal> SHARED =
      EnumSet.of(
          LedgerRefusal.NOT_COMPETENT,
          LedgerRefusal.NOT_FOUND,
          LedgerRefusal.ALREADY_EXISTS,
          LedgerRefusal.STALE_VERSION,
          LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED);

  /**
   * An operation.
   *
   * @param more the codes with which it refuses besides those that both have
   */
  CatalogueOperation(Operation operation, Class<S> type, Set<LedgerRefusal> more) {
    super(operation, type, with(more));
  }

  private static Set<LedgerRefusal> with(Set<LedgerRefusal> more) {
    EnumSet<LedgerRefusal> all = EnumSet.copyOf(SHARED);
    all.addAll(more);
    return all;
  }

  /** Who owns the code. */
  abstract Uscc owner(S statement);

  /** Which version it is. */
  abstract int version(S statement);

  /** When it takes effect. */
  abstract Instant effectiveFrom(S statement);

  /** The key of a version of the same code. */
  abstract EntityKey<E> key(S statement, int version);

  /** The version that the statement defines. */
  abstract E begin(S statement, Revision revision);

  /** When a version takes effect. */
  abstract Instant effectiveFrom(E entity);

  /** The version before it, which the statement's version replaces. */
  abstract E replaced(E previous, S statement, Revision revision);

  /** What must hold of the signer besides owning the code. */
  void requireSigner(StatementCase<S> statementCase) {}

  @Override
  protected final List<EntityKey<?>> keys(StatementId id, S statement) {
    int version = version(statement);
    return version == 1
        ? List.of(key(statement, 1))
        : List.of(key(statement, version), key(statement, version - 1));
  }

  @Override
  protected final void decide(StatementCase<S> statementCase) {
    S statement = statementCase.statement();
    requireSigner(statementCase);
    if (!statementCase.authority().authority().uscc().equals(owner(statement))) {
      throw LedgerRefusedException.of(LedgerRefusal.NOT_COMPETENT, "required", owner(statement));
    }
    statementCase.requireNotBackdated(effectiveFrom(statement));
    int version = version(statement);
    statementCase.draft().requireAbsent(key(statement, version));
    if (version == 1) {
      statementCase.requireReplacesCurrent(key(statement, 1), Optional.empty());
    } else {
      replace(statementCase, key(statement, version - 1));
    }
    statementCase.draft().put(key(statement, version), begin(statement, statementCase.revision()));
  }

  private void replace(StatementCase<S> statementCase, EntityKey<E> key) {
    S statement = statementCase.statement();
    E previous = statementCase.draft().require(key);
    statementCase.requireReplacesCurrent(key, Optional.of(previous));
    if (effectiveFrom(statement).isBefore(effectiveFrom(previous))) {
      throw LedgerRefusedException.of(
          LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
          "effectiveFrom",
          effectiveFrom(statement).getEpochSecond());
    }
    statementCase.draft().put(key, replaced(previous, statement, statementCase.revision(previous)));
  }
}
