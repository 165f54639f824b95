// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

import org.huxin.crypto.refusal.RefusalCode;

/** Why events cannot be followed from a checkpoint. */
public enum CheckpointRefusal implements RefusalCode {
  /** The file holds something else. Evidence: {@code code} of the refusal within. */
  CHECKPOINT_FORM,
  /** It is a place on another ledger. Evidence: {@code expected}, {@code found}. */
  CHECKPOINT_OF_OTHER_LEDGER,
  /**
   * The block has no such event: the ledger that is followed is not the one that it was taken from.
   * Evidence: {@code block}, {@code transaction}.
   */
  CHECKPOINT_NOT_ON_LEDGER
}
