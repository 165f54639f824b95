// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * The members of a public JWK (RFC 7517, RFC 8037) that a thumbprint is made of.
 *
 * @param kty the key's type
 * @param crv its curve
 * @param x the first coordinate, or the whole public key for an OKP
 * @param y the second coordinate; empty for an OKP
 */
public record Jwk(String kty, String crv, Bytes x, Optional<Bytes> y) {

  /** The RFC 7638 thumbprint: SHA-256 of the required members in order, as base64url. */
  public String thumbprint() {
    StringBuilder json = new StringBuilder();
    json.append("{\"crv\":\"").append(crv).append("\",\"kty\":\"").append(kty);
    json.append("\",\"x\":\"").append(x.base64Url());
    y.ifPresent(value -> json.append("\",\"y\":\"").append(value.base64Url()));
    json.append("\"}");
    return DigestAlgorithm.SHA_256.digest(Bytes.utf8(json.toString())).value().base64Url();
  }
}
