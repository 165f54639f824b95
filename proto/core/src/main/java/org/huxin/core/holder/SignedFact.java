// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import java.util.Map;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.JwsRefusedException;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.statement.FactKind;
import org.huxin.crypto.signature.Signer;

/**
 * A fact that its signer's key is known to have signed. Immutable.
 *
 * @param jws as it was signed
 * @param fact what it says
 * @param <F> the kind of fact
 */
public record SignedFact<F extends Fact>(Jws jws, F fact) {

  /** Signs a fact. */
  public static <F extends Fact> SignedFact<F> sign(
      Signer signer, KeyId keyId, FactKind kind, ObjectCodec<F> codec, F fact) {
    return new SignedFact<>(Jws.sign(signer, keyId, kind.type(), codec.encode(fact)), fact);
  }

  /**
   * Reads a fact and checks its signature.
   *
   * @throws FactRefusedException if it is of another kind, malformed, meant for another ledger, or
   *     not signed by the key under its name
   */
  public static <F extends Fact> SignedFact<F> verify(
      Jws jws, FactKind kind, ObjectCodec<F> codec, LedgerId ledger, NamedKey key) {
    F fact = read(jws, kind, codec, ledger);
    try {
      key.verify(jws);
    } catch (JwsRefusedException e) {
      throw new FactRefusedException(
          FactRefusal.FACT_NOT_SIGNED_BY_KEY, Map.of("code", e.code().name()));
    }
    return new SignedFact<>(jws, fact);
  }

  /** Reads a fact of which the key that signed it is still to be found. */
  static <F extends Fact> F read(Jws jws, FactKind kind, ObjectCodec<F> codec, LedgerId ledger) {
    if (!jws.type().equals(kind.type())) {
      throw new FactRefusedException(FactRefusal.FACT_TYPE, Map.of("expected", kind.type().text()));
    }
    F fact;
    try {
      fact = codec.decode(jws.payload());
    } catch (DecodeRefusedException e) {
      throw FactRefusedException.malformed(e);
    }
    if (!fact.ledger().equals(ledger)) {
      throw FactRefusedException.of(FactRefusal.FACT_WRONG_LEDGER);
    }
    return fact;
  }
}
