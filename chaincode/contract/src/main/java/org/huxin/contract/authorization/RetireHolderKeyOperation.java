// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.EnumSet;
import java.util.List;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authorization.RetireHolderKey;
import org.huxin.core.authorization.RetiredHolderKey;
import org.huxin.core.holder.Attestation;
import org.huxin.core.holder.FactRefusedException;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Operation;

/**
 * A holder's key ends: nothing is granted with it any more, and what it granted from then on is of
 * no use. The key itself says so, or one that was attested to take its place, each with its own
 * attestation; or the provider that attested it, which passes along the attestation that it once
 * gave, also if that has expired or was signed with a key that has ended since. It may reach back,
 * as after a theft; it is never planned ahead, since a thief could put it off. Refuses:
 *
 * <ul>
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: it would end later than the statement was signed
 *   <li>{@code NOT_COMPETENT}: another holder, or a provider that did not attest the key
 *   <li>{@code ATTESTATION_MISSING}, {@code ATTESTATION_REFUSED}, {@code KEY_UNKNOWN}: the provider
 *       does not show that it attested the key
 *   <li>{@code ALREADY_EXISTS}: it ended before
 * </ul>
 */
public final class RetireHolderKeyOperation extends StatementOperation<RetireHolderKey> {
  /** The operation. */
  public RetireHolderKeyOperation() {
    super(
        Operation.RETIRE_HOLDER_KEY,
        RetireHolderKey.class,
        EnumSet.of(
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.ALREADY_EXISTS));
  }

  @Override
  protected boolean authorityPassesAttestation() {
    return true;
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, RetireHolderKey statement) {
    return List.of(RetiredHolderKey.key(statement.key()));
  }

  @Override
  protected void decide(StatementCase<RetireHolderKey> statementCase) {
    RetireHolderKey retirement = statementCase.statement();
    if (retirement.since().isAfter(statementCase.issuedAt())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
          "effectiveFrom",
          retirement.since().getEpochSecond());
    }
    if (statementCase.signer() instanceof Signer.OfHolder holder) {
      statementCase.requireCompetent(
          holder.actsFor(retirement.key()), "the key, or one that takes its place");
    } else {
      requireAttested(statementCase, retirement.key());
    }
    EntityKey<RetiredHolderKey> key = RetiredHolderKey.key(retirement.key());
    statementCase.draft().requireAbsent(key);
    statementCase
        .draft()
        .put(
            key,
            new RetiredHolderKey(
                retirement.since(),
                retirement.reason(),
                statementCase.signer().key(),
                History.begin(statementCase.revision())));
  }

  /** The signature alone is checked: a key that was attested wrongly is to end all the more. */
  private static void requireAttested(
      StatementCase<RetireHolderKey> statementCase, Thumbprint retired) {
    Jws jws =
        statementCase
            .attestation()
            .orElseThrow(() -> LedgerRefusedException.of(LedgerRefusal.ATTESTATION_MISSING));
    Authority provider = statementCase.authority().authority();
    if (!(jws.keyId() instanceof KeyId.OfAuthority kid)
        || !kid.authority().equals(provider.uscc())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.NOT_COMPETENT, "required", "provider that attested the key");
    }
    HeldKey signed =
        provider
            .key(kid.number())
            .orElseThrow(() -> LedgerRefusedException.of(LedgerRefusal.KEY_UNKNOWN, "kid", kid));
    Attestation attestation;
    try {
      attestation =
          SignedFact.verify(
                  jws,
                  FactKind.ATTESTATION,
                  Attestation.CODEC,
                  statementCase.head().ledger(),
                  new NamedKey(kid, signed.key()))
              .fact();
    } catch (FactRefusedException e) {
      throw LedgerRefusedException.of(LedgerRefusal.ATTESTATION_REFUSED, "code", e.code());
    }
    if (!Thumbprint.of(attestation.key()).equals(retired)) {
      throw LedgerRefusedException.of(
          LedgerRefusal.ATTESTATION_REFUSED, "code", "ATTESTED_OTHER_KEY");
    }
  }
}
