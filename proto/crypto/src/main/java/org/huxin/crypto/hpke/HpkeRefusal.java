// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.hpke;

import org.huxin.crypto.refusal.RefusalCode;

/** Why something cannot be opened or is no key (proto/spec/hpke.md, Refusals). */
public enum HpkeRefusal implements RefusalCode {
  /** Not 04‖X‖Y of a point on P-256, or not a private number of it. */
  HPKE_KEY,
  /**
   * Shorter than an encapsulated key and a tag, or longer than the limit. Evidence: {@code length}.
   */
  HPKE_LENGTH,
  /** Not sealed for this key, this info and this associated data. */
  HPKE_NOT_OPENED
}
