// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a text is not an identifier (proto/spec/identifier.md and codes.md, Refusals). */
public enum IdentifierRefusal implements RefusalCode {
  /** Another length. Evidence: {@code expected}, {@code found}. */
  ID_LENGTH,
  /** A character outside the alphabet. Evidence: {@code position}, from 0. */
  ID_CHARACTER,
  /** The check character of the whole does not hold. Evidence: {@code expected}. */
  ID_CHECK,
  /** The check character of the inner organisation code does not hold (GB 11714). */
  ID_INNER_CHECK,
  /** Not the parts that the identifier consists of. Evidence: {@code part}. */
  ID_STRUCTURE,
  /** The check character is that of a widespread wrong implementation. */
  ID_LEGACY_VARIANT
}
