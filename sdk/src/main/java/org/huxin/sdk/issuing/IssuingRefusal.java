// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a licence is not issued, before the ledger is asked. */
public enum IssuingRefusal implements RefusalCode {
  /** The ledger knows no such version of the type. Evidence: {@code type}, {@code version}. */
  TYPE_NOT_DEFINED,
  /** The type is a state secret: nothing of it may be hashed. Evidence: {@code type}. */
  TYPE_CLASSIFIED,
  /** The identifier names another type than the batch. Evidence: {@code type}. */
  TYPE_OF_OTHER_BATCH,
  /** The identifier names another issuer. Evidence: {@code issuer}. */
  OTHER_ISSUER,
  /** The licence has no attribute, or more than a record holds. Evidence: {@code count}. */
  ATTRIBUTE_COUNT,
  /** The type defines no such attribute. Evidence: {@code name}. */
  ATTRIBUTE_NOT_DEFINED,
  /** A value is too long or not in normalization form C. Evidence: {@code name}. */
  ATTRIBUTE_VALUE,
  /** No holder, or more than a record holds. Evidence: {@code count}, {@code limit}. */
  HOLDER_COUNT,
  /** The document's digest is of another algorithm than the issuer's suite. */
  DOCUMENT_ALGORITHM,
  /** The licence expires before it takes effect. */
  EXPIRY_BEFORE_EFFECT,
  /** The licence was issued before, or is about to be. Evidence: {@code anchorKey}. */
  ALREADY_ISSUED,
  /** No licence, or more than a batch holds. Evidence: {@code count}, {@code limit}. */
  BATCH_SIZE,
  /**
   * More licences take another's place or have a status from the start than one statement holds.
   * Evidence: {@code count}, {@code limit}.
   */
  BATCH_ENTRIES,
  /** A row of a source that its reader could not read. Evidence: what the reader says. */
  ROW_UNREADABLE,
  /** The calling thread was interrupted while it waited for room. */
  INTERRUPTED,
  /** The issuing was closed. */
  CLOSED
}
