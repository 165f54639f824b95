// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.statement;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huxin.contract.TransactionContext;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.RetiredHolderKey;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.governance.Membership;
import org.huxin.core.holder.Attestation;
import org.huxin.core.holder.FactRefusedException;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.JwsRefusedException;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** Finds the key that a JWS names, and checks that it signed and might. */
public final class SignerCheck {
  private final LedgerDraft draft;
  private final Membership membership;
  private final TransactionContext context;

  /** For the statements of one transaction. */
  public SignerCheck(LedgerDraft draft, Membership membership, TransactionContext context) {
    this.draft = draft;
    this.membership = membership;
    this.context = context;
  }

  /**
   * An authority that signed a JWS with a key that is in force and was when it signed.
   *
   * @param issuedAt when it signed
   * @throws LedgerRefusedException {@link LedgerRefusal#SIGNER_UNKNOWN}, {@link
   *     LedgerRefusal#KEY_UNKNOWN}, {@link LedgerRefusal#KEY_USE}, {@link
   *     LedgerRefusal#KEY_COMPROMISED}, {@link LedgerRefusal#KEY_NOT_IN_FORCE}, {@link
   *     LedgerRefusal#SIGNATURE_INVALID}, {@link LedgerRefusal#CITY_NOT_MEMBER}
   */
  public Signer.OfAuthority authority(Jws jws, KeyId.OfAuthority kid, Instant issuedAt) {
    Authority authority =
        draft
            .find(Authority.key(kid.authority()))
            .orElseThrow(
                () ->
                    LedgerRefusedException.of(
                        LedgerRefusal.SIGNER_UNKNOWN, "authority", kid.authority()));
    HeldKey key = requireKey(authority, kid, issuedAt);
    requireSigned(jws, new NamedKey(kid, key.key()));
    MemberCity city =
        membership
            .cityOf(authority.division())
            .orElseThrow(
                () ->
                    LedgerRefusedException.of(
                        LedgerRefusal.CITY_NOT_MEMBER, "division", authority.division()));
    return new Signer.OfAuthority(kid, authority, city);
  }

  /**
   * Refuses an authority's statement that a client of another city carried in.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#CARRIER_OF_OTHER_CITY}
   */
  public void requireCarrier(MemberCity city) {
    if (!city.msp().equals(context.carrier())) {
      throw new LedgerRefusedException(
          LedgerRefusal.CARRIER_OF_OTHER_CITY,
          Map.of("city", city.code().toString(), "carrier", context.carrier().toString()));
    }
  }

  /**
   * A holder who signed a JWS with a key that an identity provider attested.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#ATTESTATION_REFUSED} and the refusals of
   *     the provider's key, {@link LedgerRefusal#HOLDER_KEY_RETIRED}, {@link
   *     LedgerRefusal#SIGNATURE_INVALID}
   */
  public Signer.OfHolder holder(Jws jws, Thumbprint thumbprint, Jws attestation, Instant issuedAt) {
    Signer.OfHolder holder = attested(thumbprint, attestation, issuedAt);
    requireSigned(jws, holder.attestation().holderKey());
    Optional<RetiredHolderKey> retired = draft.find(RetiredHolderKey.key(thumbprint));
    if (retired.isPresent() && retired.get().holds(context.committedAt(), Optional.empty())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.HOLDER_KEY_RETIRED, "since", retired.get().since().getEpochSecond());
    }
    return holder;
  }

  /**
   * Whom an identity provider attested to hold a key; the key itself signed nothing here.
   *
   * @throws LedgerRefusedException as {@link #holder}
   */
  public Signer.OfHolder attested(Thumbprint thumbprint, Jws attestation, Instant issuedAt) {
    if (!(attestation.keyId() instanceof KeyId.OfAuthority provider)) {
      throw LedgerRefusedException.of(
          LedgerRefusal.ATTESTATION_REFUSED, "code", LedgerRefusal.STATEMENT_SIGNATORY);
    }
    Authority authority =
        draft
            .find(Authority.key(provider.authority()))
            .orElseThrow(
                () ->
                    LedgerRefusedException.of(
                        LedgerRefusal.SIGNER_UNKNOWN, "authority", provider.authority()));
    // The attestation may be old; its provider's key must be good while it is used.
    HeldKey key = requireKey(authority, provider, context.committedAt());
    if (!authority.has(Role.IDENTITY_PROVIDER, context.committedAt(), Optional.empty())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.ROLE_NOT_IN_FORCE, "role", Role.IDENTITY_PROVIDER);
    }
    Attestation attested;
    try {
      NamedKey named = new NamedKey(provider, key.key());
      attested = Attestation.verify(attestation, context.ledger(), named, issuedAt);
      attested = Attestation.verify(attestation, context.ledger(), named, context.committedAt());
    } catch (FactRefusedException e) {
      throw LedgerRefusedException.of(LedgerRefusal.ATTESTATION_REFUSED, "code", e.code());
    }
    if (!Thumbprint.of(attested.key()).equals(thumbprint)) {
      throw LedgerRefusedException.of(
          LedgerRefusal.ATTESTATION_REFUSED, "code", "ATTESTED_OTHER_KEY");
    }
    return new Signer.OfHolder(thumbprint, attested, provider);
  }

  /**
   * An authority's key for statements that is in force now and was when it signed.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#KEY_UNKNOWN}, {@link
   *     LedgerRefusal#KEY_USE}, {@link LedgerRefusal#KEY_COMPROMISED}, {@link
   *     LedgerRefusal#KEY_NOT_IN_FORCE}
   */
  public HeldKey requireKey(Authority authority, KeyId.OfAuthority kid, Instant issuedAt) {
    HeldKey key =
        authority
            .key(kid.number())
            .orElseThrow(() -> LedgerRefusedException.of(LedgerRefusal.KEY_UNKNOWN, "kid", kid));
    if (key.use() != KeyUse.SIGN) {
      throw new LedgerRefusedException(
          LedgerRefusal.KEY_USE, Map.of("kid", kid.toString(), "use", key.use().name()));
    }
    if (key.isCompromised(context.committedAt(), Optional.empty())) {
      throw LedgerRefusedException.of(LedgerRefusal.KEY_COMPROMISED, "kid", kid);
    }
    for (Instant time : new Instant[] {issuedAt, context.committedAt()}) {
      if (!key.isInForce(time, Optional.empty())) {
        throw new LedgerRefusedException(
            LedgerRefusal.KEY_NOT_IN_FORCE,
            Map.of("kid", kid.toString(), "at", Long.toString(time.getEpochSecond())));
      }
    }
    return key;
  }

  private static void requireSigned(Jws jws, NamedKey key) {
    try {
      var unused = key.verify(jws);
    } catch (JwsRefusedException e) {
      throw LedgerRefusedException.of(LedgerRefusal.SIGNATURE_INVALID, "kid", jws.keyId());
    }
  }
}
