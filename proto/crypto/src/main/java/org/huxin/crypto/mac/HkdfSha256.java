// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.mac;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.huxin.crypto.bytes.Bytes;

/** HKDF with SHA-256 (RFC 5869). */
public final class HkdfSha256 {
  /** 255 blocks of 32 bytes: RFC 5869 section 2.3. */
  public static final int MAX_LENGTH = 255 * 32;

  private HkdfSha256() {}

  /**
   * Extracts and expands.
   *
   * @param secret the input keying material
   * @param salt may be empty
   * @param info what the result is for
   * @param length of the result, from 1 to {@link #MAX_LENGTH} bytes
   * @throws IllegalArgumentException if the length is out of range
   */
  public static Bytes derive(Bytes secret, Bytes salt, Bytes info, int length) {
    if (length < 1 || length > MAX_LENGTH) {
      throw new IllegalArgumentException("from 1 to " + MAX_LENGTH + " bytes");
    }
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(
        new HKDFParameters(secret.toByteArray(), salt.toByteArray(), info.toByteArray()));
    byte[] result = new byte[length];
    generator.generateBytes(result, 0, length);
    return Bytes.of(result);
  }
}
