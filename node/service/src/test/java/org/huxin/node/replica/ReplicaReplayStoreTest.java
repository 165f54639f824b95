// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.nio.file.Path;
import java.util.List;
import org.huxin.fabric.validation.ReplayStore;
import org.huxin.node.RecordedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class ReplicaReplayStoreTest extends ReplayStoreSuite {
  private static final ChainPin PIN = RecordedPeer.pin(GENESIS);

  @TempDir private Path folder;
  private Replica replica;

  @BeforeEach
  void open() {
    replica = Replica.open(folder, PIN, List.of(), () -> Long.MAX_VALUE);
  }

  @AfterEach
  void close() {
    replica.close();
  }

  @Override
  ReplayStore store() {
    return replica;
  }

  @Override
  ReplayStore reopened() {
    replica.close();
    open();
    return replica;
  }
}
