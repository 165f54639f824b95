// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.log;

import java.util.Optional;
import org.huxin.core.log.DerivedState;
import org.huxin.core.log.DerivedStates;
import org.huxin.core.merkle.TilePath;
import org.huxin.core.merkle.TiledTree;
import org.huxin.core.statemap.StateMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.node.replica.KeySpace;

/** What the node derived, for reading. As safe for several threads as the keys are. */
public final class NodeLog implements DerivedStates {
  private final KeySpace keys;

  /**
   * A reader.
   *
   * @param keys of {@link LogParticipant}
   */
  public NodeLog(KeySpace keys) {
    this.keys = keys;
  }

  @Override
  public Optional<DerivedState> last() {
    return keys.get(LogKeys.LAST).map(LogState::decode).flatMap(LogState::derived);
  }

  @Override
  public Optional<DerivedState> at(long block) {
    return state(block).flatMap(LogState::derived);
  }

  private Optional<LogState> state(long block) {
    return keys.get(LogKeys.block(block)).map(LogState::decode);
  }

  /** The state map after a block; empty if it is not kept. What it can prove, it tells. */
  public Optional<StateMap> map(long block) {
    return state(block).map(state -> StateMap.of(key -> keys.get(LogKeys.node(key)), state.map()));
  }

  /** The log's tree of so many entries; no more than there are. */
  public TiledTree tree(long size) {
    return new TiledTree((level, index) -> keys.get(LogKeys.tile(level, index)), size);
  }

  /** An entry's data: for who is allowed to read entries. */
  public Optional<Bytes> entry(long index) {
    return keys.get(LogKeys.entry(index));
  }

  /** A hash tile as it is served; empty if the log does not have it. */
  public Optional<Bytes> tile(TilePath path) {
    int length = path.width() * DigestAlgorithm.LENGTH;
    return keys.get(LogKeys.tile(path.level(), path.index()))
        .filter(tile -> tile.length() >= length)
        .map(tile -> tile.slice(0, length));
  }
}
