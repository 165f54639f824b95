// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.receipt;

/** What a receipt proves. */
public enum ReceiptKind {
  /** A verdict alone: nobody has recorded that the licence was used. */
  PREVIEW,
  /** A verdict and the use that names it. */
  USED
}
