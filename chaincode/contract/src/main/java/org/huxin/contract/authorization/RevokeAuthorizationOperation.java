// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.statement.LedgerDraft;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authorization.AssistConsent;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.RevokeAuthorization;
import org.huxin.core.authorization.Tombstone;
import org.huxin.core.holder.Attestation;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * An authorization is withdrawn, and with it what an agent passed on of it: a use reads the parent.
 * A grant is withdrawn by the key that signed it, or by one that was attested to take its place;
 * also before it arrives, since a tombstone is kept for that grant and that key. Assisted consent
 * is withdrawn by the provider that recorded it, or by a holder whose attestation names the same
 * subject or ward. A former provider may: this only takes away. Refuses:
 *
 * <ul>
 *   <li>{@code STATEMENT_SIGNATORY}: an authority withdraws a holder's grant
 *   <li>{@code NOT_COMPETENT}: the signer is not the grantor, nor the provider or the person
 *   <li>{@code NOT_FOUND}: there is no such assisted consent
 *   <li>{@code REVOKED}: it was withdrawn before
 * </ul>
 */
public final class RevokeAuthorizationOperation extends StatementOperation<RevokeAuthorization> {
  /** The operation. */
  public RevokeAuthorizationOperation() {
    super(
        Operation.REVOKE_AUTHORIZATION,
        RevokeAuthorization.class,
        EnumSet.of(LedgerRefusal.NOT_COMPETENT, LedgerRefusal.NOT_FOUND, LedgerRefusal.REVOKED));
  }

  /**
   * A grant's tombstone is always written, so that a repeat is recognised by it whether the grant
   * has arrived or not.
   */
  @Override
  protected List<EntityKey<?>> keys(StatementId id, RevokeAuthorization statement) {
    List<EntityKey<?>> keys = new ArrayList<>();
    statement
        .grantor()
        .ifPresent(grantor -> keys.add(Tombstone.key(statement.authorization(), grantor)));
    keys.add(Authorization.key(statement.authorization()));
    return keys;
  }

  @Override
  protected void decide(StatementCase<RevokeAuthorization> statementCase) {
    Optional<Thumbprint> grantor = statementCase.statement().grantor();
    if (grantor.isPresent()) {
      revokeGrant(statementCase, grantor.get());
    } else {
      revokeAssisted(statementCase);
    }
  }

  private static void revokeGrant(
      StatementCase<RevokeAuthorization> statementCase, Thumbprint grantor) {
    LedgerDraft draft = statementCase.draft();
    StatementId grant = statementCase.statement().authorization();
    statementCase.requireCompetent(statementCase.holder().actsFor(grantor), "grantor");
    EntityKey<Tombstone> tombstone = Tombstone.key(grant, grantor);
    if (draft.find(tombstone).isPresent()) {
      throw LedgerRefusedException.of(LedgerRefusal.REVOKED);
    }
    Optional<Authorization> authorization = draft.find(Authorization.key(grant));
    if (authorization.isPresent()) {
      statementCase.requireCompetent(
          authorization.get().grantor().equals(Optional.of(grantor)), "grantor");
      revoke(statementCase, authorization.get());
    }
    draft.put(
        tombstone,
        new Tombstone(statementCase.signer().key(), History.begin(statementCase.revision())));
  }

  private static void revokeAssisted(StatementCase<RevokeAuthorization> statementCase) {
    Authorization authorization =
        statementCase.draft().require(Authorization.key(statementCase.statement().authorization()));
    Optional<AssistConsent> consent = authorization.assisted();
    statementCase.requireCompetent(
        consent.isPresent()
            && mayWithdraw(statementCase.signer(), consent.get(), authorization.attestedBy()),
        "grantor");
    revoke(statementCase, authorization);
  }

  private static boolean mayWithdraw(Signer signer, AssistConsent consent, KeyId recordedBy) {
    if (signer instanceof Signer.OfHolder holder) {
      Attestation attestation = holder.attestation();
      return attestation.subject().equals(consent.subject())
          || attestation.guardianOf().equals(Optional.of(consent.subject()));
    }
    return recordedBy instanceof KeyId.OfAuthority provider
        && signer instanceof Signer.OfAuthority authority
        && provider.authority().equals(authority.authority().uscc());
  }

  private static void revoke(
      StatementCase<RevokeAuthorization> statementCase, Authorization authorization) {
    statementCase
        .draft()
        .put(
            Authorization.key(authorization.id()),
            authorization.revoke(statementCase.revision(authorization)));
  }
}
