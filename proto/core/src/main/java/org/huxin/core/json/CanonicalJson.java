// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

import java.util.Map;
import org.huxin.crypto.bytes.Bytes;

/**
 * RFC 8785 canonical JSON: one value, one sequence of bytes (proto/spec/canonical-json.md). What is
 * signed or hashed is always these bytes.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** The canonical bytes of a value. */
  public static Bytes encode(JsonValue value) {
    return Bytes.utf8(text(value));
  }

  /** The canonical text of a value. */
  public static String text(JsonValue value) {
    StringBuilder out = new StringBuilder();
    value.appendCanonical(out);
    return out.toString();
  }

  /**
   * Reads canonical bytes, and no others.
   *
   * @throws JsonRefusedException if the bytes are not the canonical form of a value within the
   *     limits
   */
  public static JsonValue decode(Bytes bytes, JsonLimits limits) {
    JsonValue value = JsonReader.read(bytes, limits);
    Bytes canonical = encode(value);
    if (!canonical.equals(bytes)) {
      int offset = 0;
      int shorter = Math.min(canonical.length(), bytes.length());
      while (offset < shorter && canonical.at(offset) == bytes.at(offset)) {
        offset++;
      }
      throw new JsonRefusedException(
          JsonRefusal.JSON_NOT_CANONICAL, Map.of("offset", Integer.toString(offset)));
    }
    return value;
  }
}
