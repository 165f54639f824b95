// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huxin.fabric.state.MemoryState;
import org.huxin.fabric.state.StateUpdates;

/**
 * Private data that live for so many blocks: with the commit of the block after the last, their
 * hashes leave the state, and with the hash the value can no longer be read. For one thread.
 */
public final class ExpirySchedule {
  private final Map<Long, List<ExpiringHash>> byBlock = new TreeMap<>();

  /** Notes what a block wrote, and removes from the state what ends with that block. */
  public void pass(long block, StateUpdates updates, MemoryState state) {
    ExpiringHash.written(block, updates, state).forEach(this::add);
    endingWith(block)
        .forEach(each -> state.removeHash(each.collection(), each.keyHash(), each.version()));
    byBlock.remove(block);
  }

  /** Notes what will end. */
  public void add(ExpiringHash each) {
    byBlock.computeIfAbsent(each.endsWith(), b -> new ArrayList<>()).add(each);
  }

  /** What ends with a block, as far as it was not written again. */
  public List<ExpiringHash> endingWith(long block) {
    return List.copyOf(byBlock.getOrDefault(block, List.of()));
  }
}
