// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.huxin.crypto.bytes.Bytes;

/** The textual encoding of keys and certificates, RFC 7468. Stateless. */
public final class Pem {
  private static final int LINE = 64;

  private Pem() {}

  /** One PEM block that ends with a line break. */
  public static String encode(String label, Bytes der) {
    Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN "
        + label
        + "-----\n"
        + lines.encodeToString(der.toByteArray())
        + "\n-----END "
        + label
        + "-----\n";
  }

  /**
   * Reads the first block with this label.
   *
   * @throws IllegalArgumentException if there is none, or it is not base64
   */
  public static Bytes decode(String label, String pem) {
    String begin = "-----BEGIN " + label + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END " + label + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no PEM block " + label);
    }
    return Bytes.of(Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to)));
  }
}
