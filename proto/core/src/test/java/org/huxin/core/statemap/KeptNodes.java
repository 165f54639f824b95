// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/** The nodes of a map in memory, for tests: takes updates, and drops what only older maps need. */
public final class KeptNodes implements MapNodes {
  private final Map<Bytes, Bytes> nodes = new HashMap<>();
  private final List<MapNodeKey> droppable = new ArrayList<>();

  @Override
  public Optional<Bytes> node(MapNodeKey key) {
    return Optional.ofNullable(nodes.get(key.toBytes()));
  }

  /** Keeps an update; the map that is returned reads from here. */
  public StateMap keep(StateMap.Update update) {
    update.written().forEach((key, node) -> nodes.put(key.toBytes(), node));
    droppable.addAll(update.dropped());
    return StateMap.of(this, update.map().reference());
  }

  /** Drops what the last map does not need. */
  public void dropOlder() {
    droppable.forEach(key -> nodes.remove(key.toBytes()));
    droppable.clear();
  }

  /** How many nodes are kept. */
  public int size() {
    return nodes.size();
  }
}
