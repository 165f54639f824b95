// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statement;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a free text is refused (proto/spec/statement.md, Free texts). */
public enum TextRefusal implements RefusalCode {
  /** Empty, or longer than the limit. Evidence: {@code limit}. */
  TEXT_LENGTH,
  /** Not in Unicode normalization form C. */
  TEXT_NOT_NFC,
  /** A control character, a line break, a lone surrogate, or white space at an end. */
  TEXT_CHARACTER,
  /** Looks like a citizen ID or a mobile number. Evidence: {@code found}. */
  TEXT_PERSONAL_DATA
}
