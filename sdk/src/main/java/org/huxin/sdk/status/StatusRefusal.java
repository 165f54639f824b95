// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.status;

import org.huxin.crypto.refusal.RefusalCode;

/** Why licences do not change their status together, before the ledger is asked. */
public enum StatusRefusal implements RefusalCode {
  /** Nothing changes. */
  NO_CHANGE,
  /**
   * One statement is about licences of one issuer, type and division. Evidence: {@code part}, the
   * one that differs.
   */
  LICENCES_OF_SEVERAL,
  /** A licence stands in two orders, or twice in one. Evidence: {@code anchorKey}. */
  LICENCE_TWICE,
  /** More licences than one statement holds. Evidence: {@code count}, {@code limit}. */
  TOO_MANY_LICENCES,
  /** There is no entry to strike: the licence never had a status. Evidence: {@code anchorKey}. */
  NOTHING_TO_STRIKE
}
