// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.mac;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.huxin.crypto.bytes.Bytes;

/** HMAC with SHA-256 (RFC 2104). */
public final class HmacSha256 {
  /** The length of its result, in bytes. */
  public static final int LENGTH = 32;

  private HmacSha256() {}

  /** The 32 bytes of HMAC-SHA-256 of a message of any length under a key of any length. */
  public static Bytes mac(Bytes key, Bytes message) {
    HMac hmac = new HMac(new SHA256Digest());
    hmac.init(new KeyParameter(key.toByteArray()));
    byte[] data = message.toByteArray();
    hmac.update(data, 0, data.length);
    byte[] result = new byte[LENGTH];
    hmac.doFinal(result, 0);
    return Bytes.of(result);
  }
}
