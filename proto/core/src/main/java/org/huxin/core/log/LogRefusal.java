// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a checkpoint does not count (proto/spec/checkpoint-note.md, Refusals). */
public enum LogRefusal implements RefusalCode {
  /** The bytes are no note. Evidence: {@code code}. */
  CHECKPOINT_NOTE,
  /** A line of the text is not in its form. Evidence: {@code line}, from 1. */
  CHECKPOINT_LINE,
  /** Not as many lines as a checkpoint has. Evidence: {@code lines}. */
  CHECKPOINT_LINES,
  /** The checkpoint is of another ledger. */
  CHECKPOINT_OF_OTHER_LEDGER,
  /** The city whose log it is, is not one of the trusted cities. Evidence: {@code city}. */
  CITY_NOT_TRUSTED,
  /** No key of its city signed it. Evidence: {@code city}, {@code code}. */
  CHECKPOINT_NOT_SIGNED,
  /** A cosignature under a city's key is not that key's. Evidence: {@code city}, {@code code}. */
  COSIGNATURE_INVALID,
  /** Too few cities cosigned. Evidence: {@code cities}, {@code needed}. */
  TOO_FEW_COSIGNATURES,
  /** Two checkpoints that do not contradict each other were offered as a fork. */
  NO_CONTRADICTION
}
