// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.crypto.signature.KeyRefusedException;
import org.huxin.crypto.signature.SigningKey;

/**
 * A private key as it stands in a profile. Its text form does not show it.
 *
 * @param text PKCS#8 in PEM, not encrypted: of P-256, P-384 or Ed25519. P-384 is Fabric's alone: no
 *     statement is signed with it
 */
public record PrivateKeyPem(String text) {
  private static final int MAX_LENGTH = 4096;
  private static final int P384_BITS = 384;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  static final Codec<PrivateKeyPem> CODEC =
      Codecs.text("private key in PEM", MAX_LENGTH, PrivateKeyPem::new, PrivateKeyPem::text);

  /**
   * Such a key.
   *
   * @throws ProfileRefusedException {@link ProfileRefusal#PRIVATE_KEY_UNREADABLE} if the text is
   *     something else
   */
  public PrivateKeyPem {
    if (parseP384(text).isEmpty()) {
      SigningKey unused = parse(text);
    }
  }

  /**
   * The key itself.
   *
   * @throws ProfileRefusedException {@link ProfileRefusal#PRIVATE_KEY_UNREADABLE} if it is of P-384
   */
  public SigningKey key() {
    return parse(text);
  }

  /** The key of P-384; empty if it is another. */
  public Optional<ECPrivateKey> p384() {
    return parseP384(text);
  }

  private static SigningKey parse(String text) {
    try {
      return SigningKey.ofPem(text);
    } catch (KeyRefusedException e) {
      throw new ProfileRefusedException(
          ProfileRefusal.PRIVATE_KEY_UNREADABLE, Map.of("code", e.code().name()));
    }
  }

  private static Optional<ECPrivateKey> parseP384(String text) {
    String pem = text.strip();
    if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
      return Optional.empty();
    }
    String body = pem.substring(BEGIN.length(), pem.length() - END.length()).replace("\r", "");
    try {
      byte[] der = Base64.getDecoder().decode(body.replace("\n", ""));
      return Optional.of(
              (ECPrivateKey)
                  KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)))
          .filter(key -> isP384(key.getParams().getOrder()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty(); // of another algorithm, which the other reader tells apart
    }
  }

  /** The JDK knows no other curve of that size. */
  private static boolean isP384(BigInteger order) {
    return order.bitLength() == P384_BITS;
  }

  @Override
  public String toString() {
    return "a private key";
  }
}
