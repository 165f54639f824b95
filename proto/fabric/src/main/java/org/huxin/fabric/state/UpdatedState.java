// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.fabric.state.StateUpdates.CollectionName;

/**
 * A state with updates on top that are not committed yet: what a transaction of a block finds after
 * those before it. Private values and histories are those of the state beneath. As safe for several
 * threads as the state is, while nobody adds updates.
 *
 * @param before the state beneath
 * @param updates what changes of it
 */
public record UpdatedState(CommittedState before, StateUpdates updates) implements CommittedState {

  @Override
  public Optional<StateEntry> get(String namespace, String key) {
    Map<String, Optional<StateEntry>> changed = updates.values().getOrDefault(namespace, Map.of());
    return changed.containsKey(key)
        ? changed.getOrDefault(key, Optional.empty())
        : before.get(namespace, key);
  }

  /** The entries of the range are gathered first: a range within a block is short. */
  @Override
  public Iterator<KeyedEntry> range(String namespace, String start, String end) {
    TreeMap<String, KeyedEntry> entries = new TreeMap<>(Utf8Order.COMPARATOR);
    before.range(namespace, start, end).forEachRemaining(entry -> entries.put(entry.key(), entry));
    updates
        .values()
        .getOrDefault(namespace, Map.of())
        .forEach(
            (key, entry) -> {
              if (within(key, start, end)) {
                entry.ifPresentOrElse(
                    found -> entries.put(key, new KeyedEntry(key, found)),
                    () -> entries.remove(key));
              }
            });
    return entries.values().iterator();
  }

  private static boolean within(String key, String start, String end) {
    return Utf8Order.COMPARATOR.compare(key, start) >= 0
        && (end.isEmpty() || Utf8Order.COMPARATOR.compare(key, end) < 0);
  }

  @Override
  public Optional<StateEntry> hashed(String namespace, String collection, ByteString keyHash) {
    Map<ByteString, Optional<StateEntry>> changed =
        updates.hashes().getOrDefault(new CollectionName(namespace, collection), Map.of());
    return changed.containsKey(keyHash)
        ? changed.getOrDefault(keyHash, Optional.empty())
        : before.hashed(namespace, collection, keyHash);
  }

  @Override
  public Optional<StateEntry> privateValue(String namespace, String collection, String key) {
    return before.privateValue(namespace, collection, key);
  }

  @Override
  public Iterator<KeyedEntry> privateRange(
      String namespace, String collection, String start, String end) {
    return before.privateRange(namespace, collection, start, end);
  }

  @Override
  public Iterator<KeyModificationRecord> history(String namespace, String key) {
    return before.history(namespace, key);
  }
}
