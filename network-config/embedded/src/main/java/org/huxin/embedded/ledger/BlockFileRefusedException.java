// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A block file was refused. The evidence names the offset of the record. */
public final class BlockFileRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  BlockFileRefusedException(BlockFileRefusal code, long offset) {
    super(code, Map.of("offset", Long.toString(offset)));
  }

  @Override
  public BlockFileRefusal code() {
    return (BlockFileRefusal) super.code();
  }
}
