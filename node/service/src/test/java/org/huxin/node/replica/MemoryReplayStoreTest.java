// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import org.huxin.fabric.validation.MemoryReplayStore;
import org.huxin.fabric.validation.ReplayStore;

final class MemoryReplayStoreTest extends ReplayStoreSuite {
  private final MemoryReplayStore store = new MemoryReplayStore();

  @Override
  ReplayStore store() {
    return store;
  }

  @Override
  ReplayStore reopened() {
    return store;
  }
}
