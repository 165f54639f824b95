// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.log;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.node.replica.WritableKeySpace;

/** A participant's keys in memory. */
final class MemoryKeys implements WritableKeySpace {
  private final TreeMap<Bytes, Bytes> values = new TreeMap<>();

  @Override
  public void put(Bytes key, Bytes value) {
    values.put(key, value);
  }

  @Override
  public void delete(Bytes key) {
    values.remove(key);
  }

  @Override
  public Optional<Bytes> get(Bytes key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public List<Pair> range(Bytes from, Optional<Bytes> to, int limit) {
    SortedMap<Bytes, Bytes> range =
        to.isPresent() ? values.subMap(from, to.get()) : values.tailMap(from);
    return range.entrySet().stream()
        .limit(limit)
        .map(each -> new Pair(each.getKey(), each.getValue()))
        .toList();
  }

  int size() {
    return values.size();
  }
}
