// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.note;

import java.util.Base64;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/** Base64 with padding (RFC 4648 section 4), which notes use where all else uses base64url. */
public final class StandardBase64 {
  private StandardBase64() {}

  /** The text of bytes. */
  public static String encode(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** The bytes of a text; empty if it is not the one text of any bytes. */
  public static Optional<Bytes> decode(String text) {
    try {
      Bytes bytes = Bytes.of(Base64.getDecoder().decode(text));
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
