// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.holder.Fact;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.jws.Jws;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.signature.Signer;

/**
 * A key of a holder for one matter, attested by an identity provider, and what opens the
 * attestation. Personal data; its text form is the key's thumbprint.
 */
public final class HolderKey {
  private final Signer signer;
  private final KeyId.OfHolder keyId;
  private final Jws attestation;
  private final Opening subject;
  private final Optional<Opening> ward;

  /**
   * An attested key.
   *
   * @param signer signs with the key
   * @param attestation of the key
   * @param subject opens the attested subject
   * @param ward opens the ward, where the holder is a guardian
   */
  public HolderKey(Signer signer, Jws attestation, Opening subject, Optional<Opening> ward) {
    this.signer = signer;
    this.keyId = new KeyId.OfHolder(Thumbprint.of(signer.publicKey()));
    this.attestation = attestation;
    this.subject = subject;
    this.ward = ward;
  }

  /** The key's name. */
  public Thumbprint thumbprint() {
    return Thumbprint.of(signer.publicKey());
  }

  /** Who attested it. */
  public Jws attestation() {
    return attestation;
  }

  /** Whose it is. */
  public Opening subject() {
    return subject;
  }

  /** For whom the holder acts. */
  public Optional<Opening> ward() {
    return ward;
  }

  /**
   * Signs a statement; it goes to the ledger with {@link #attestation}.
   *
   * @param at the member {@code iat}, in whole seconds
   */
  public SignedStatement sign(LedgerId ledger, Statement statement, Instant at) {
    return SignedStatement.sign(signer, keyId, StatementHead.of(ledger, at), statement);
  }

  /** Signs a fact. */
  public <F extends Fact> SignedFact<F> sign(FactKind kind, ObjectCodec<F> codec, F fact) {
    return SignedFact.sign(signer, keyId, kind, codec, fact);
  }

  /** The key's thumbprint. */
  @Override
  public String toString() {
    return keyId.toString();
  }
}
