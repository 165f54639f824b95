// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.statement;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.core.governance.Limits;
import org.huxin.core.governance.Membership;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.jws.Jws;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.lifecycle.LifeCycleRefusedException;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;

/**
 * An operation that one statement of one signatory asks for. The order of the checks: the form; a
 * repeat; the age; the signer; the carrier; the operation's own rule.
 *
 * @param <S> the operation's statement
 */
public abstract class StatementOperation<S extends Statement> implements LedgerOperation {
  private static final Set<LedgerRefusal> COMMON =
      Collections.unmodifiableSet(
          EnumSet.of(
              LedgerRefusal.ARGUMENTS_REFUSED,
              LedgerRefusal.JWS_REFUSED,
              LedgerRefusal.STATEMENT_TYPE,
              LedgerRefusal.STATEMENT_MALFORMED,
              LedgerRefusal.WRONG_LEDGER,
              LedgerRefusal.REPLACES_MISSING,
              LedgerRefusal.REPLACES_UNEXPECTED,
              LedgerRefusal.STATEMENT_SIGNATORY,
              LedgerRefusal.LEDGER_NOT_FOUNDED,
              LedgerRefusal.STATEMENT_TOO_OLD,
              LedgerRefusal.STATEMENT_FROM_FUTURE,
              LedgerRefusal.SIGNER_UNKNOWN,
              LedgerRefusal.KEY_UNKNOWN,
              LedgerRefusal.KEY_USE,
              LedgerRefusal.KEY_COMPROMISED,
              LedgerRefusal.KEY_NOT_IN_FORCE,
              LedgerRefusal.SIGNATURE_INVALID,
              LedgerRefusal.CITY_NOT_MEMBER,
              LedgerRefusal.CARRIER_OF_OTHER_CITY,
              LedgerRefusal.HISTORY_FULL));

  private static final Set<LedgerRefusal> OF_HOLDERS =
      Collections.unmodifiableSet(
          EnumSet.of(
              LedgerRefusal.ATTESTATION_MISSING,
              LedgerRefusal.ATTESTATION_REFUSED,
              LedgerRefusal.ROLE_NOT_IN_FORCE,
              LedgerRefusal.HOLDER_KEY_RETIRED));

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
  protected StatementOperation(Operation operation, Class<S> type, Set<LedgerRefusal> own) {
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
   * The operation's own rule: puts what it writes into the draft.
   *
   * @throws LedgerRefusedException if the rule refuses
   * @throws LifeCycleRefusedException if a life cycle does; its code has the same name
   */
  protected abstract void decide(StatementCase<S> statementCase);

  /**
   * Whether an authority, too, may pass an attestation along, of the key that its statement speaks
   * of. Then it is the operation's own rule that judges it.
   */
  protected boolean authorityPassesAttestation() {
    return false;
  }

  @Override
  public final String name() {
    return OperationNames.of(operation);
  }

  @Override
  public final boolean isQuery() {
    return false;
  }

  @Override
  public List<String> arguments() {
    return operation.signatory() == Operation.Signatory.HOLDER
        ? List.of("statement", "attestation?")
        : List.of("statement");
  }

  @Override
  public final Set<LedgerRefusal> refusals() {
    EnumSet<LedgerRefusal> all = EnumSet.copyOf(COMMON);
    if (operation.signatory() == Operation.Signatory.HOLDER) {
      all.addAll(OF_HOLDERS);
    }
    all.addAll(own);
    return all;
  }

  @Override
  public final Outcome execute(
      List<String> arguments, LedgerView view, TransactionContext context) {
    StatementArguments.requireCount(arguments, 1, arguments().size());
    SignedStatement signed =
        StatementArguments.statement(
            StatementArguments.jws(arguments, 0), operation, context.ledger());
    LedgerDraft draft = new LedgerDraft(view);
    S statement = type.cast(signed.statement());
    List<EntityKey<?>> keys = keys(signed.id(), statement);
    if (isRepeat(draft, keys.get(0), signed.id())) {
      return new Outcome.Accepted(name(), signed.id(), keys, List.of());
    }
    Membership membership = requireMembership(draft);
    Limits limits = membership.limits();
    StatementArguments.requireAge(signed.head().issuedAt(), context.committedAt(), limits);
    SignerCheck check = new SignerCheck(draft, membership, context);
    Optional<Jws> attestation = attestation(signed, arguments);
    Signer signer = signer(signed, attestation, check);
    run(
        new StatementCase<>(
            signed.id(),
            signed.head(),
            statement,
            signer,
            context.committedAt(),
            membership,
            draft,
            attestation));
    return new Outcome.Accepted(
        name(),
        signed.id(),
        keys,
        draft.writes(context.committedAt(), Duration.ofSeconds(limits.statementAgeSeconds())));
  }

  private void run(StatementCase<S> statementCase) {
    try {
      decide(statementCase);
    } catch (LifeCycleRefusedException e) {
      throw LedgerRefusedException.of(e);
    }
  }

  private Optional<Jws> attestation(SignedStatement signed, List<String> arguments) {
    if (signed.jws().keyId() instanceof KeyId.OfAuthority && !authorityPassesAttestation()) {
      StatementArguments.requireCount(arguments, 1, 1);
    }
    return arguments.size() < 2
        ? Optional.empty()
        : Optional.of(StatementArguments.jws(arguments, 1));
  }

  private static Signer signer(
      SignedStatement signed, Optional<Jws> attestation, SignerCheck check) {
    Jws jws = signed.jws();
    if (jws.keyId() instanceof KeyId.OfAuthority kid) {
      Signer.OfAuthority authority = check.authority(jws, kid, signed.head().issuedAt());
      check.requireCarrier(authority.city());
      return authority;
    }
    Jws attested =
        attestation.orElseThrow(() -> LedgerRefusedException.of(LedgerRefusal.ATTESTATION_MISSING));
    KeyId.OfHolder kid = (KeyId.OfHolder) jws.keyId();
    return check.holder(jws, kid.thumbprint(), attested, signed.head().issuedAt());
  }

  /** The codes with which every operation of one signatory may refuse; unmodifiable. */
  public static Set<LedgerRefusal> commonRefusals() {
    return COMMON;
  }

  /** Whether the entity says that it was written by that statement. */
  static boolean isRepeat(LedgerDraft draft, EntityKey<? extends Entity> key, StatementId id) {
    Optional<? extends Entity> entity = draft.find(key);
    return entity.isPresent() && entity.get().holds(id);
  }

  /**
   * The cities and limits.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#LEDGER_NOT_FOUNDED}
   */
  public static Membership requireMembership(LedgerDraft draft) {
    return draft
        .find(Membership.key())
        .orElseThrow(() -> LedgerRefusedException.of(LedgerRefusal.LEDGER_NOT_FOUNDED));
  }
}
