// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import org.huxin.fabric.state.WholeState;
import org.rocksdb.ReadOptions;
import org.rocksdb.Snapshot;

/** The replica as of one block, however many are committed meanwhile. Thread-safe; to be closed. */
public final class ReplicaView implements AutoCloseable {
  private final RocksTables tables;
  private final Snapshot snapshot;
  private final ReadOptions options;
  private final long number;

  ReplicaView(RocksTables tables, PositionRecord.Reader reader) {
    this.tables = tables;
    this.snapshot = tables.snapshot();
    this.options = new ReadOptions().setSnapshot(snapshot);
    this.number = reader.read(options);
  }

  /** The state after that block. */
  public WholeState state() {
    return new RocksState(tables, options);
  }

  /** The last block's number; -1 before the genesis block. */
  public long number() {
    return number;
  }

  /** What a participant derived from the blocks up to that one. */
  public KeySpace keysOf(CommitParticipant participant) {
    return new ParticipantKeys(tables, participant.name(), options);
  }

  @Override
  public void close() {
    options.close();
    tables.release(snapshot);
  }
}
