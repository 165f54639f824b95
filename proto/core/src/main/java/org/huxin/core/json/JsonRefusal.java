// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

import org.huxin.crypto.refusal.RefusalCode;

/** Why bytes are not JSON of the protocol (proto/spec/canonical-json.md, Refusals). */
public enum JsonRefusal implements RefusalCode {
  /** More bytes than the limit. Evidence: {@code size}, {@code limit}. */
  JSON_TOO_LARGE,
  /** Objects and arrays within one another beyond the limit. Evidence: {@code limit}. */
  JSON_TOO_DEEP,
  /** Not well-formed UTF-8. */
  JSON_NOT_UTF8,
  /** Not JSON, or something after its end. Evidence: {@code offset} in characters, where known. */
  JSON_MALFORMED,
  /** Two members of one object have the same name. */
  JSON_DUPLICATE_NAME,
  /** A number with a fraction or an exponent, or beyond ±(2^53 − 1). */
  JSON_NOT_AN_INTEGER,
  /** A null: what has nothing to say is absent. */
  JSON_NULL,
  /** A surrogate code point outside a pair. */
  JSON_LONE_SURROGATE,
  /**
   * Fine JSON, but not its canonical bytes. Evidence: {@code offset}, the first byte that differs.
   */
  JSON_NOT_CANONICAL
}
