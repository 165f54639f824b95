// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

/**
 * Which rule a row of an old system breaks (proto/spec/stock-mapping.md). It stands in the evidence
 * of {@link org.huxin.sdk.issuing.IssuingRefusal#ROW_UNREADABLE} as {@code rule}.
 */
public enum StockRule {
  /** The row has another number of cells than the header. */
  CELL_COUNT,
  /** A cell is empty that must not be. */
  VALUE_MISSING,
  /** The identifier does not consist of the parts of one. */
  IDENTIFIER_FORM,
  /** The identifier has no version, or one that is not three digits from 001. */
  VERSION_MISSING,
  /** The check character of the identifier does not hold. */
  CHECK_CHARACTER,
  /** The check character is that of a widespread wrong computation. */
  LEGACY_CHECK_CHARACTER,
  /** The serial number has characters or a length that none has. */
  SERIAL_FORM,
  /** The serial number holds what looks like a citizen ID or a mobile number. */
  ID_NUMBER_IN_SERIAL,
  /** The identifier's type is no type's code. */
  TYPE_UNKNOWN,
  /** The identifier names another type than the mapping. */
  TYPE_OF_OTHER_MAPPING,
  /** The identifier names a type that is a state secret: nothing of the row was hashed. */
  TYPE_CLASSIFIED,
  /** The identifier names no issuer, or another than the mapping. */
  ISSUER_UNKNOWN,
  /** A cell is no date of the mapping's form. */
  DATE_FORM,
  /** The holder's number is none of its type. */
  HOLDER_FORM,
  /** The kind of the holder's number is none of the standard's. */
  HOLDER_TYPE,
  /** A cell is no digest. */
  DIGEST_FORM
}
