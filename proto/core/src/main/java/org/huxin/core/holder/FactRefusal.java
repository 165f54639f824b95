// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a signed fact, a grant file or a presentation does not hold (the pages of this package). */
public enum FactRefusal implements RefusalCode {
  /** Another kind of JWS. Evidence: {@code expected}. */
  FACT_TYPE,
  /** The payload is not that of the kind. Evidence: {@code code}, {@code at} and more. */
  FACT_MALFORMED,
  /** It is meant for another ledger. */
  FACT_WRONG_LEDGER,
  /** The key did not sign it. Evidence: {@code code}. */
  FACT_NOT_SIGNED_BY_KEY,
  /** Its time has not begun, or is past. */
  FACT_NOT_IN_FORCE,
  /** The attested key is not the one that signed. */
  ATTESTED_OTHER_KEY,
  /** The opening is not that of the attested subject. */
  SUBJECT_NOT_OPENED,
  /** Somebody else signed than the consumer for whom consent is asked. */
  ASKED_BY_OTHER,
  /**
   * An agent's grant does not come with the grant within which it lies, or goes beyond it.
   * Evidence: {@code member}.
   */
  NOT_WITHIN_PARENT,
  /** A licence that is granted is not opened. */
  REFERENCE_NOT_OPENED,
  /** The licence is not one of those that are granted. */
  LICENCE_NOT_GRANTED,
  /** Whoever granted or presented it does not hold the licence. */
  GRANTOR_NOT_HOLDER,
  /** Presented to somebody else, or for another challenge. */
  PRESENTED_TO_OTHER,
  /** What comes with the code is not the proof that was presented. */
  PRESENTED_OTHER_PROOF
}
