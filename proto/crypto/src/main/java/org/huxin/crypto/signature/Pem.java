// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huxin.crypto.bytes.Bytes;

/**
 * One block of RFC 7468: a label and what it holds. Reads the strict form with LF or CRLF and
 * nothing around the block; writes LF and 64 characters a line.
 */
record Pem(String label, Bytes content) {
  /** No key of the protocol, in any encoding, comes near this many characters. */
  static final int MAX_LENGTH = 8192;

  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]{1,40})-----\\r?\\n"
              + "((?:[A-Za-z0-9+/=]{1,76}\\r?\\n){1,200})"
              + "-----END ([A-Z0-9 ]{1,40})-----(?:\\r?\\n)?");

  static Pem parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new KeyRefusedException(
          KeyRefusal.KEY_TOO_LARGE, Map.of("limit", Integer.toString(MAX_LENGTH)));
    }
    Matcher block = BLOCK.matcher(text);
    if (!block.matches() || !group(block, 1).equals(group(block, 3))) {
      throw KeyRefusedException.of(KeyRefusal.PEM_MALFORMED);
    }
    String base64 = group(block, 2).replace("\r", "").replace("\n", "");
    try {
      Bytes content = Bytes.of(Base64.getDecoder().decode(base64));
      if (!Base64.getEncoder().encodeToString(content.toByteArray()).equals(base64)) {
        throw KeyRefusedException.of(KeyRefusal.PEM_MALFORMED);
      }
      return new Pem(group(block, 1), content);
    } catch (IllegalArgumentException e) {
      throw KeyRefusedException.of(KeyRefusal.PEM_MALFORMED);
    }
  }

  private static String group(Matcher block, int number) {
    return String.valueOf(block.group(number));
  }

  Bytes require(String expected) {
    if (!label.equals(expected)) {
      throw new KeyRefusedException(KeyRefusal.PEM_LABEL, Map.of("expected", expected));
    }
    return content;
  }

  String text() {
    byte[] newline = {'\n'};
    String body = Base64.getMimeEncoder(64, newline).encodeToString(content.toByteArray());
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /** The label alone: the content may be a private key. */
  @Override
  public String toString() {
    return label;
  }
}
