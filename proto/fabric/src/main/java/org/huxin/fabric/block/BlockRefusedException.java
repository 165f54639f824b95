// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.crypto.refusal.RefusedException;

/**
 * A block was refused. The evidence names the block's number if it has one, and what was found and
 * expected.
 */
public final class BlockRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal of a block, with what else is known. */
  public BlockRefusedException(BlockRefusal code, long block, Map<String, String> evidence) {
    super(code, withBlock(block, evidence));
  }

  BlockRefusedException(BlockRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  /** A refusal of a block that says it all. */
  public BlockRefusedException(BlockRefusal code, long block) {
    this(code, block, Map.of());
  }

  private static Map<String, String> withBlock(long block, Map<String, String> evidence) {
    Map<String, String> all = new TreeMap<>(evidence);
    all.put("block", Long.toUnsignedString(block));
    return all;
  }

  @Override
  public BlockRefusal code() {
    return (BlockRefusal) super.code();
  }
}
