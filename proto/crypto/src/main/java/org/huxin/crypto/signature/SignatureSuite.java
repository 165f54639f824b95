// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.util.Optional;
import org.huxin.crypto.digest.DigestAlgorithm;

/** The suites of the protocol: a closed set (proto/spec/suites.md). */
public enum SignatureSuite {
  /**
   * SM2 with SM3, GB/T 32918.2 on the curve of GB/T 32918.5, user id 1234567812345678. The JOSE
   * names are private ones: no JOSE library knows them.
   */
  SM("SM2SM3", "EC", "SM2", DigestAlgorithm.SM3),
  /** ECDSA on P-256 with SHA-256 (FIPS 186-5, RFC 7518 section 3.4); low s only. */
  P256("ES256", "EC", "P-256", DigestAlgorithm.SHA_256),
  /** Ed25519 (RFC 8032, RFC 8037). */
  ED25519("EdDSA", "OKP", "Ed25519", DigestAlgorithm.SHA_256);

  private final String joseAlgorithm;
  private final String keyType;
  private final String curve;
  private final DigestAlgorithm digest;

  SignatureSuite(String joseAlgorithm, String keyType, String curve, DigestAlgorithm digest) {
    this.joseAlgorithm = joseAlgorithm;
    this.keyType = keyType;
    this.curve = curve;
    this.digest = digest;
  }

  /** The {@code alg} of a JWS header. */
  public String joseAlgorithm() {
    return joseAlgorithm;
  }

  /** The {@code kty} of a JWK. */
  public String keyType() {
    return keyType;
  }

  /** The {@code crv} of a JWK. */
  public String curve() {
    return curve;
  }

  /** The algorithm of the digests that go with the suite: of documents, attributes and trees. */
  public DigestAlgorithm digest() {
    return digest;
  }

  /** The suite with that {@link #joseAlgorithm}, or empty if there is none. */
  public static Optional<SignatureSuite> ofJoseAlgorithm(String name) {
    for (SignatureSuite suite : values()) {
      if (suite.joseAlgorithm.equals(name)) {
        return Optional.of(suite);
      }
    }
    return Optional.empty();
  }
}
