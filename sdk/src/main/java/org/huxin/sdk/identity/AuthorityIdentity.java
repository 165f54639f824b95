// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.identity;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.holder.Fact;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.signature.Signer;

/** An authority that speaks with one of its keys. Its text form is the key's name. */
public final class AuthorityIdentity {
  private final LedgerId ledger;
  private final KeyId.OfAuthority keyId;
  private final Signer signer;

  /**
   * An authority.
   *
   * @param ledger the ledger that it speaks on
   * @param authority its unified social credit code
   * @param keyNumber the number under which the ledger holds the signer's key
   */
  public AuthorityIdentity(LedgerId ledger, Uscc authority, int keyNumber, Signer signer) {
    this.ledger = ledger;
    this.keyId = new KeyId.OfAuthority(authority, keyNumber);
    this.signer = signer;
  }

  /** The ledger that it speaks on. */
  public LedgerId ledger() {
    return ledger;
  }

  /** Who it is. */
  public Uscc authority() {
    return keyId.authority();
  }

  /** The name of its key. */
  public KeyId.OfAuthority keyId() {
    return keyId;
  }

  /**
   * Signs a statement that creates something, or only takes away.
   *
   * @param at the member {@code iat}, in whole seconds
   */
  public SignedStatement sign(Statement statement, Instant at) {
    return SignedStatement.sign(signer, keyId, StatementHead.of(ledger, at), statement);
  }

  /**
   * Signs a statement that changes something.
   *
   * @param at the member {@code iat}, in whole seconds
   * @param replaces the version that it replaces
   */
  public SignedStatement sign(Statement statement, Instant at, int replaces) {
    return SignedStatement.sign(
        signer, keyId, new StatementHead(ledger, at, Optional.of(replaces)), statement);
  }

  /** Signs a fact. */
  public <F extends Fact> SignedFact<F> sign(FactKind kind, ObjectCodec<F> codec, F fact) {
    return SignedFact.sign(signer, keyId, kind, codec, fact);
  }

  /** The name of the key. */
  @Override
  public String toString() {
    return keyId.toString();
  }
}
