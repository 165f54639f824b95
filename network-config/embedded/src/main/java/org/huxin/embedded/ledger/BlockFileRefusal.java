// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a block file is refused; a torn tail is repaired and no reason. */
public enum BlockFileRefusal implements RefusalCode {
  /** The file begins with something else. */
  BLOCK_FILE_OF_OTHER_KIND,
  /** A record that is followed by others fails its checksum. */
  BLOCK_FILE_CORRUPT,
  /** A record with a good checksum holds no block, or not the next one. */
  BLOCK_FILE_OUT_OF_ORDER
}
