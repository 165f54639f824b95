// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.util.Map;
import org.huxin.crypto.bytes.Bytes;

/**
 * A signature in its fixed-length form: r‖s, or R‖S for Ed25519 (proto/spec/suites.md). For the two
 * suites on Weierstrass curves r and s are in range, and s is the lower one for P256: a signature
 * has one form. Whether it is anybody's signature, {@link VerifyingKey#verify} tells.
 *
 * @param suite the suite that it belongs to
 * @param value exactly {@link #LENGTH} bytes
 */
public record Signature(SignatureSuite suite, Bytes value) {
  /** The length of every signature of the protocol, in bytes. */
  public static final int LENGTH = 64;

  private static final int FIELD = LENGTH / 2;

  /**
   * A signature in its fixed-length form.
   *
   * @throws SignatureRefusedException if the length is not 64, r or s is out of range, or s is the
   *     higher one where that is refused
   */
  public Signature {
    if (value.length() != LENGTH) {
      throw new SignatureRefusedException(
          SignatureRefusal.SIGNATURE_LENGTH, Map.of("length", Integer.toString(value.length())));
    }
    if (suite != SignatureSuite.ED25519) {
      WeierstrassCurve curve = curve(suite);
      EcdsaValue pair = EcdsaValue.ofRaw(value, FIELD).requireRange(curve.order());
      if (suite == SignatureSuite.P256 && curve.isHigh(pair.s())) {
        throw SignatureRefusedException.of(SignatureRefusal.SIGNATURE_HIGH_S);
      }
    }
  }

  /**
   * Reads the DER form, in which X.509, e-seals and Fabric write a pair.
   *
   * @throws SignatureRefusedException if it is not the DER of a pair, or the pair is refused
   * @throws IllegalArgumentException if the suite is Ed25519, which has no DER form
   */
  public static Signature ofDer(SignatureSuite suite, Bytes der) {
    EcdsaValue pair = EcdsaValue.ofDer(der).requireRange(curve(suite).order());
    return new Signature(suite, pair.toRaw(FIELD));
  }

  /**
   * The DER form.
   *
   * @throws IllegalArgumentException if the suite is Ed25519, which has no DER form
   */
  public Bytes toDer() {
    curve(suite);
    return EcdsaValue.ofRaw(value, FIELD).toDer();
  }

  static WeierstrassCurve curve(SignatureSuite suite) {
    return switch (suite) {
      case SM -> WeierstrassCurve.SM2;
      case P256 -> WeierstrassCurve.P256;
      case ED25519 -> throw new IllegalArgumentException("Ed25519 signatures have no DER form");
    };
  }
}
