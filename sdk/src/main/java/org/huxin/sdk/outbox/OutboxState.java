// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

/** Where an entry stands. */
public enum OutboxState {
  /** It is to be submitted, now or after a pause. */
  WAITING,
  /** It is on the ledger. */
  COMMITTED,
  /** It was refused so often that somebody must look at it. Later entries of its key wait. */
  PARKED,
  /** Somebody gave it up. */
  DISCARDED
}
