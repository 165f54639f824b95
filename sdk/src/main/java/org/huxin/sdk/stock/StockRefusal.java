// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import org.huxin.crypto.refusal.RefusalCode;

/** Why the stock of an old system cannot be read at all. */
public enum StockRefusal implements RefusalCode {
  /** The mapping has another form. Evidence: {@code refusal} within, and what it names. */
  MAPPING_FORM,
  /** The header lacks a column that the mapping names. Evidence: {@code column}. */
  COLUMN_MISSING,
  /** The header names a column twice. Evidence: {@code column}. */
  COLUMN_TWICE,
  /** The file has no header. */
  HEADER_MISSING,
  /** The file is not text of the mapping's character set. */
  CHARSET,
  /** The file is no CSV from some line on, or a cell is too long. Evidence: {@code line}. */
  CSV_FORM
}
