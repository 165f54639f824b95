// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.attesting;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huxin.core.authorization.RetireHolderKey;
import org.huxin.core.authorization.RevokeAuthorization;
import org.huxin.core.holder.Attestation;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.jws.Jws;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;

/**
 * An identity provider: says who holds a key, and records the consent of people without a device.
 * It keeps nothing: what it must show later, as the attestations that it gave, the caller keeps.
 * Safe for all threads.
 *
 * <pre>{@code
 * IdentityProvider provider = new IdentityProvider(identity, ledger, clock, random);
 * AttestedKey attested = provider.attest(AttestationOrder.of(publicKey, holder));
 * HolderKey key = attested.with(signer); // at the holder's
 * }</pre>
 */
public final class IdentityProvider {
  private static final int SALT_LENGTH = 16;

  private final AuthorityIdentity identity;
  private final LedgerClient ledger;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * A provider.
   *
   * @param ledger a client of the provider's own city; stays the caller's to close
   */
  public IdentityProvider(
      AuthorityIdentity identity, LedgerClient ledger, InstantSource clock, SecureRandom random) {
    this.identity = identity;
    this.ledger = ledger;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Attests a key, under a fresh commitment to the holder unless the order names one.
   *
   * @return for the holder alone
   * @throws IllegalArgumentException if the validity is not positive
   */
  public AttestedKey attest(AttestationOrder order) {
    Instant at = now();
    Opening subject = order.subject().orElseGet(() -> open(order.holder()));
    Optional<Opening> ward = order.ward().map(this::open);
    Attestation attestation =
        new Attestation(
            identity.ledger(),
            at,
            order.key(),
            order.level(),
            subject.subjectCommitment(),
            at,
            at.plusSeconds(order.validity().toSeconds()),
            order.predecessor(),
            ward.map(Opening::subjectCommitment));
    Jws signed = identity.sign(FactKind.ATTESTATION, Attestation.CODEC, attestation).jws();
    return new AttestedKey(signed, subject, ward);
  }

  /**
   * Begins to record a consent.
   *
   * @param person who consents at the counter
   * @param method how, such as {@code FACE_TO_FACE}
   * @param evidence digest of what was signed or recorded there
   * @param request what is asked
   */
  public AssistedDraft assist(
      HolderId person, Code method, Digest evidence, ConsentRequest request) {
    return new AssistedDraft(this, open(person), method, evidence, request.terms());
  }

  /**
   * Withdraws a consent that this provider recorded.
   *
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses
   */
  public Committed withdraw(StatementId consent) {
    return submit(sign(new RevokeAuthorization(consent, Optional.empty())));
  }

  /**
   * Ends a holder's key that this provider attested.
   *
   * @param attestation that it gave
   * @param since from when on, not later than now
   * @param reason such as {@code LOST}
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses
   */
  public Committed retire(Thumbprint key, Jws attestation, Instant since, Code reason) {
    return ledger.submit(sign(new RetireHolderKey(key, since, reason)), attestation);
  }

  SignedStatement sign(Statement statement) {
    return identity.sign(statement, now());
  }

  Committed submit(SignedStatement statement) {
    return ledger.submit(statement);
  }

  Bytes freshSalt() {
    byte[] salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    return Bytes.of(salt);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Opening open(HolderId who) {
    return new Opening(who, freshSalt());
  }
}
