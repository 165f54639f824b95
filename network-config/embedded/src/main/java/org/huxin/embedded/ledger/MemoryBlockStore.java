// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps blocks in memory, for tests. */
public final class MemoryBlockStore implements BlockStore {
  private static final int SEGMENT = 1024;

  /** Full segments and the one that grows, so that an append copies little. */
  private final List<List<StoredBlock>> segments = new CopyOnWriteArrayList<>();

  private volatile long height;

  @Override
  public long height() {
    return height;
  }

  @Override
  public StoredBlock block(long number) {
    if (number < 0 || number >= height) {
      throw new IndexOutOfBoundsException("no block " + number);
    }
    return segments.get((int) (number / SEGMENT)).get((int) (number % SEGMENT));
  }

  @Override
  public void append(StoredBlock block) {
    if (height % SEGMENT == 0) {
      segments.add(new CopyOnWriteArrayList<>());
    }
    segments.get(segments.size() - 1).add(block);
    height = block.block().getHeader().getNumber() + 1;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
