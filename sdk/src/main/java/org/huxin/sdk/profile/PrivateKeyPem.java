// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import java.util.Map;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.crypto.signature.KeyRefusedException;
import org.huxin.crypto.signature.SigningKey;

/**
 * A private key as it stands in a profile. Its text form does not show it.
 *
 * @param text PKCS#8 in PEM, not encrypted
 */
public record PrivateKeyPem(String text) {
  private static final int MAX_LENGTH = 4096;

  static final Codec<PrivateKeyPem> CODEC =
      Codecs.text("private key in PEM", MAX_LENGTH, PrivateKeyPem::new, PrivateKeyPem::text);

  /**
   * A key of P-256 or Ed25519.
   *
   * @throws ProfileRefusedException {@link ProfileRefusal#PRIVATE_KEY_UNREADABLE} if the text is
   *     something else
   */
  public PrivateKeyPem {
    SigningKey unused = parse(text);
  }

  /** The key itself. */
  public SigningKey key() {
    return parse(text);
  }

  private static SigningKey parse(String text) {
    try {
      return SigningKey.ofPem(text);
    } catch (KeyRefusedException e) {
      throw new ProfileRefusedException(
          ProfileRefusal.PRIVATE_KEY_UNREADABLE, Map.of("code", e.code().name()));
    }
  }

  @Override
  public String toString() {
    return "a private key";
  }
}
