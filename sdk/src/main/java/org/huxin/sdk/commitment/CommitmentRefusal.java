// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.commitment;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a promise is not accepted or settled, before the ledger is asked. */
public enum CommitmentRefusal implements RefusalCode {
  /** The material is there, or must be. Evidence: {@code material}, {@code result}. */
  PROMISE_NOT_ALLOWED,
  /** The ledger holds no such promise. Evidence: {@code commitment}. */
  COMMITMENT_NOT_FOUND
}
