// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/**
 * The first PEM block of some bytes, found as peers find it: whatever its label, with or without
 * headers, after whatever text. A client chooses these bytes; who reads them more strictly than
 * peers takes their blocks for wrong. Stateless.
 */
final class PemBlock {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private PemBlock() {}

  /** What the first block holds that can be read, or empty if there is none. */
  static Optional<Bytes> first(ByteString text) {
    // One character for each byte, so that nothing is lost or joined.
    String rest = text.toString(StandardCharsets.ISO_8859_1);
    int at = rest.startsWith(BEGIN) ? 0 : next(rest, 0);
    while (at >= 0) {
      int label = at + BEGIN.length();
      Optional<Bytes> found = block(rest, label);
      if (found.isPresent()) {
        return found;
      }
      at = next(rest, label);
    }
    return Optional.empty();
  }

  private static int next(String text, int from) {
    int found = text.indexOf("\n" + BEGIN, from);
    return found < 0 ? -1 : found + 1;
  }

  private static Optional<Bytes> block(String text, int from) {
    String line = line(text, from);
    if (!line.endsWith(DASHES)) {
      return Optional.empty();
    }
    String label = line.substring(0, line.length() - DASHES.length());
    int body = afterLine(text, from);
    boolean headers = false;
    while (body < text.length() && line(text, body).indexOf(':') >= 0) {
      headers = true;
      body = afterLine(text, body);
    }
    boolean nothing = !headers && text.startsWith(END, body);
    int end = nothing ? body : text.indexOf("\n" + END, body);
    if (body >= text.length() || end < 0) {
      return Optional.empty();
    }
    int trailer = end + END.length() + (nothing ? 0 : 1);
    return text.startsWith(label + DASHES, trailer)
            && line(text, trailer + label.length() + DASHES.length()).isEmpty()
        ? base64(text.substring(body, end))
        : Optional.empty();
  }

  /** The line that begins here, without the white space at its end. */
  private static String line(String text, int from) {
    int end = text.indexOf('\n', from);
    int last = end < 0 ? text.length() : end;
    if (end > from && text.charAt(last - 1) == '\r') {
      last--;
    }
    while (last > from && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
      last--;
    }
    return text.substring(from, last);
  }

  private static int afterLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private static Optional<Bytes> base64(String body) {
    String digits = body.replaceAll("[ \t\r\n]", "");
    if (digits.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Bytes.of(Base64.getDecoder().decode(digits)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
