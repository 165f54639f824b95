// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.password;

import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.huxin.crypto.bytes.Bytes;

/**
 * Something that a password protects: PBKDF2 with HMAC-SHA-256 (RFC 8018) makes the key of
 * AES-256-GCM. Immutable; its text form shows nothing of it.
 *
 * @param iterations how often the password is hashed
 * @param salt sixteen random bytes, fresh for every sealing: no key seals twice
 * @param ciphertext with its tag of sixteen bytes
 */
public record PasswordSealed(int iterations, Bytes salt, Bytes ciphertext) {
  /** Half a second of one core: what OWASP recommends for this hash. */
  public static final int ITERATIONS = 600_000;

  /** Fewer are too cheap to try. */
  public static final int MIN_ITERATIONS = 100_000;

  /** More would make whoever opens a stranger's file wait. */
  public static final int MAX_ITERATIONS = 10_000_000;

  /** The length of a salt. */
  public static final int SALT_LENGTH = 16;

  /** The length of a tag: the shortest ciphertext. */
  public static final int TAG_LENGTH = 16;

  private static final int KEY_BITS = 256;
  private static final int NONCE_LENGTH = 12;

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the iterations are out of range, the salt is of another
   *     length, or the ciphertext is shorter than its tag
   */
  public PasswordSealed {
    if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
      throw new IllegalArgumentException(
          "from " + MIN_ITERATIONS + " to " + MAX_ITERATIONS + " iterations");
    }
    if (salt.length() != SALT_LENGTH || ciphertext.length() < TAG_LENGTH) {
      throw new IllegalArgumentException("a salt of 16 bytes, a ciphertext with its tag");
    }
  }

  /**
   * Seals.
   *
   * @param aad what it is bound to besides
   * @param iterations {@link #ITERATIONS} unless there is a reason
   * @throws IllegalArgumentException if the iterations are out of range
   */
  public static PasswordSealed seal(
      String password, Bytes plaintext, Bytes aad, int iterations, SecureRandom random) {
    byte[] salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    // Checks the numbers before half a second goes into the key.
    PasswordSealed empty =
        new PasswordSealed(iterations, Bytes.of(salt), Bytes.of(new byte[TAG_LENGTH]));
    try {
      Bytes sealed = empty.crypt(true, password, plaintext, aad);
      return new PasswordSealed(iterations, empty.salt, sealed);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing does not fail on any message", e);
    }
  }

  /**
   * Opens.
   *
   * @param aad what it is bound to besides
   * @throws PasswordRefusedException if it was not sealed with that password for that purpose, or
   *     was changed
   */
  public Bytes open(String password, Bytes aad) {
    try {
      return crypt(false, password, ciphertext, aad);
    } catch (InvalidCipherTextException e) {
      throw new PasswordRefusedException();
    }
  }

  private Bytes crypt(boolean sealing, String password, Bytes text, Bytes aad)
      throws InvalidCipherTextException {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
    generator.init(Bytes.utf8(password).toByteArray(), salt.toByteArray(), iterations);
    KeyParameter key = (KeyParameter) generator.generateDerivedParameters(KEY_BITS);
    GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    // Each salt gives a key of its own, which seals once: the nonce may be all zeros.
    byte[] nonce = new byte[NONCE_LENGTH];
    cipher.init(sealing, new AEADParameters(key, TAG_LENGTH * Byte.SIZE, nonce, aad.toByteArray()));
    byte[] result = new byte[cipher.getOutputSize(text.length())];
    int length = cipher.processBytes(text.toByteArray(), 0, text.length(), result, 0);
    length += cipher.doFinal(result, length);
    return Bytes.of(result, 0, length);
  }

  /** How it is sealed. */
  @Override
  public String toString() {
    return "sealed with a password, " + iterations + " iterations";
  }
}
