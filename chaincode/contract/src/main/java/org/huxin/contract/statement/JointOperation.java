// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.statement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.core.authority.Role;
import org.huxin.core.governance.Membership;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.lifecycle.LifeCycleRefusedException;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.JointStatement;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;

/**
 * An operation that governors ask for together: one JWS of each over one payload, signed by as many
 * cities of the membership that the statement replaces as its quorum demands. Anyone carries it in.
 *
 * @param <S> the operation's statement
 */
public abstract class JointOperation<S extends Statement> implements LedgerOperation {
  private static final Set<LedgerRefusal> COMMON =
      Collections.unmodifiableSet(
          EnumSet.of(
              LedgerRefusal.ARGUMENTS_REFUSED,
              LedgerRefusal.JWS_REFUSED,
              LedgerRefusal.STATEMENT_TYPE,
              LedgerRefusal.STATEMENT_MALFORMED,
              LedgerRefusal.STATEMENT_SIGNATORY,
              LedgerRefusal.WRONG_LEDGER,
              LedgerRefusal.REPLACES_MISSING,
              LedgerRefusal.JOINT_NOT_ONE_STATEMENT,
              LedgerRefusal.LEDGER_NOT_FOUNDED,
              LedgerRefusal.STATEMENT_TOO_OLD,
              LedgerRefusal.STATEMENT_FROM_FUTURE,
              LedgerRefusal.STALE_VERSION,
              LedgerRefusal.SIGNER_UNKNOWN,
              LedgerRefusal.KEY_UNKNOWN,
              LedgerRefusal.KEY_USE,
              LedgerRefusal.KEY_COMPROMISED,
              LedgerRefusal.KEY_NOT_IN_FORCE,
              LedgerRefusal.SIGNATURE_INVALID,
              LedgerRefusal.CITY_NOT_MEMBER,
              LedgerRefusal.ROLE_NOT_IN_FORCE,
              LedgerRefusal.NOT_COMPETENT,
              LedgerRefusal.QUORUM_NOT_REACHED,
              LedgerRefusal.HISTORY_FULL));

  private final Operation operation;
  private final Class<S> type;
  private final Set<LedgerRefusal> own;

  /**
   * An operation.
   *
   * @param operation which one
   * @param type its statement
   * @param own the codes with which its own rule refuses
   */
  protected JointOperation(Operation operation, Class<S> type, Set<LedgerRefusal> own) {
    this.operation = operation;
    this.type = type;
    this.own = Set.copyOf(own);
  }

  /**
   * What the statement writes as far as it tells by itself, the entity first by whose history a
   * repeat is recognised.
   */
  protected abstract List<EntityKey<?>> keys(StatementId id, S statement);

  /**
   * The operation's own rule: puts what it writes into the draft. The case's signer is the first of
   * those who signed.
   *
   * @throws LedgerRefusedException if the rule refuses
   */
  protected abstract void decide(StatementCase<S> statementCase);

  @Override
  public final String name() {
    return OperationNames.of(operation);
  }

  @Override
  public final boolean isQuery() {
    return false;
  }

  @Override
  public final List<String> arguments() {
    return List.of("statement…");
  }

  @Override
  public final Set<LedgerRefusal> refusals() {
    EnumSet<LedgerRefusal> all = EnumSet.copyOf(COMMON);
    all.addAll(own);
    return all;
  }

  @Override
  public final Outcome execute(
      List<String> arguments, LedgerView view, TransactionContext context) {
    StatementArguments.requireCount(arguments, 1, JointStatement.MAX_SIGNATURES);
    List<Jws> signatures = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      signatures.add(StatementArguments.jws(arguments, i));
    }
    JointStatement joint = StatementArguments.joint(signatures, operation, context.ledger());
    LedgerDraft draft = new LedgerDraft(view);
    S statement = type.cast(joint.statement());
    List<EntityKey<?>> keys = keys(joint.id(), statement);
    if (StatementOperation.isRepeat(draft, keys.get(0), joint.id())) {
      return new Outcome.Accepted(name(), joint.id(), keys, List.of());
    }
    Membership membership = StatementOperation.requireMembership(draft);
    StatementArguments.requireAge(
        joint.head().issuedAt(), context.committedAt(), membership.limits());
    StatementCase<S> statementCase =
        new StatementCase<>(
            joint.id(),
            joint.head(),
            statement,
            requireQuorum(joint, draft, membership, context),
            context.committedAt(),
            membership,
            draft,
            Optional.empty());
    statementCase.requireReplaces(Membership.key(), membership);
    try {
      decide(statementCase);
    } catch (LifeCycleRefusedException e) {
      throw LedgerRefusedException.of(e);
    }
    return new Outcome.Accepted(
        name(),
        joint.id(),
        keys,
        draft.writes(
            context.committedAt(), Duration.ofSeconds(membership.limits().statementAgeSeconds())));
  }

  private static Signer requireQuorum(
      JointStatement joint, LedgerDraft draft, Membership membership, TransactionContext context) {
    SignerCheck check = new SignerCheck(draft, membership, context);
    List<Signer.OfAuthority> signers = new ArrayList<>();
    Set<DivisionCode> cities = new TreeSet<>();
    for (Jws each : joint.signatures()) {
      Signer.OfAuthority signer =
          check.authority(each, (KeyId.OfAuthority) each.keyId(), joint.head().issuedAt());
      boolean governor =
          signer.authority().has(Role.GOVERNOR, context.committedAt(), Optional.empty());
      if (!governor) {
        throw LedgerRefusedException.of(LedgerRefusal.ROLE_NOT_IN_FORCE, "role", Role.GOVERNOR);
      }
      if (!signer.city().governor().equals(signer.authority().uscc())) {
        throw LedgerRefusedException.of(
            LedgerRefusal.NOT_COMPETENT, "required", "governor of " + signer.city().code());
      }
      signers.add(signer);
      cities.add(signer.city().code());
    }
    if (cities.size() < membership.quorum()) {
      throw new LedgerRefusedException(
          LedgerRefusal.QUORUM_NOT_REACHED,
          Map.of(
              "signed", Integer.toString(cities.size()),
              "required", Integer.toString(membership.quorum())));
    }
    return signers.get(0);
  }
}
