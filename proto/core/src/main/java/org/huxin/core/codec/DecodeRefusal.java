// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import org.huxin.crypto.refusal.RefusalCode;

/** Why well-formed JSON is not the form of a type. The evidence {@code at} is the place. */
public enum DecodeRefusal implements RefusalCode {
  /** Another kind of JSON value. Evidence: {@code expected}, {@code found}. */
  WRONG_KIND,
  /** A required member is absent. */
  MEMBER_MISSING,
  /** A member that the type does not have. Its name is not repeated: it could say anything. */
  MEMBER_UNKNOWN,
  /** A text outside its grammar. Evidence: {@code expected}; {@code code} where a type gave one. */
  TEXT_REFUSED,
  /** A text that is too long. Evidence: {@code limit} in UTF-16 code units. */
  TEXT_TOO_LONG,
  /** An integer out of its range. Evidence: {@code min}, {@code max}. */
  INTEGER_OUT_OF_RANGE,
  /** Too few or too many items. Evidence: {@code count}, {@code min}, {@code max}. */
  COUNT_OUT_OF_RANGE,
  /** The items of a set are not in ascending order, or one stands twice. */
  NOT_ASCENDING,
  /**
   * Each member is fine, but they do not go together. Evidence: {@code rule}; {@code code} where a
   * type gave one.
   */
  INCONSISTENT
}
