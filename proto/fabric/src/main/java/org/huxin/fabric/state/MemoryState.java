// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huxin.fabric.state.StateUpdates.CollectionName;
import org.jspecify.annotations.Nullable;

/**
 * The state in memory, with the private values of all organisations. Not thread-safe: the ledger's
 * lock guards it.
 */
public final class MemoryState implements WholeState {
  private final Map<String, NavigableMap<String, StateEntry>> values = new HashMap<>();
  private final Map<CollectionName, Map<ByteString, StateEntry>> hashes = new HashMap<>();
  private final Map<CollectionName, NavigableMap<String, StateEntry>> privateValues =
      new HashMap<>();
  private final Map<String, Map<String, Deque<KeyModificationRecord>>> histories = new HashMap<>();

  @Override
  public Optional<StateEntry> get(String namespace, String key) {
    NavigableMap<String, StateEntry> entries = values.get(namespace);
    return entries == null ? Optional.empty() : Optional.ofNullable(entries.get(key));
  }

  @Override
  public Iterator<KeyedEntry> range(String namespace, String start, String end) {
    return range(values.get(namespace), start, end);
  }

  @Override
  public Optional<StateEntry> hashed(String namespace, String collection, ByteString keyHash) {
    Map<ByteString, StateEntry> entries = hashes.get(new CollectionName(namespace, collection));
    return entries == null ? Optional.empty() : Optional.ofNullable(entries.get(keyHash));
  }

  @Override
  public Optional<StateEntry> privateValue(String namespace, String collection, String key) {
    NavigableMap<String, StateEntry> entries =
        privateValues.get(new CollectionName(namespace, collection));
    return entries == null ? Optional.empty() : Optional.ofNullable(entries.get(key));
  }

  @Override
  public Iterator<KeyedEntry> privateRange(
      String namespace, String collection, String start, String end) {
    return range(privateValues.get(new CollectionName(namespace, collection)), start, end);
  }

  @Override
  public Iterator<KeyModificationRecord> history(String namespace, String key) {
    Map<String, Deque<KeyModificationRecord>> keys = histories.get(namespace);
    Deque<KeyModificationRecord> changes = keys == null ? null : keys.get(key);
    return changes == null ? Collections.emptyIterator() : changes.iterator();
  }

  /** Applies what a block changes. */
  public void apply(StateUpdates updates) {
    updates
        .values()
        .forEach(
            (namespace, changed) -> {
              NavigableMap<String, StateEntry> entries =
                  values.computeIfAbsent(namespace, n -> new TreeMap<>(Utf8Order.COMPARATOR));
              changed.forEach((key, entry) -> set(entries, key, entry));
            });
    updates
        .hashes()
        .forEach(
            (collection, changed) -> {
              Map<ByteString, StateEntry> entries =
                  hashes.computeIfAbsent(collection, c -> new HashMap<>());
              changed.forEach((keyHash, entry) -> set(entries, keyHash, entry));
            });
  }

  /** Removes the hash of a private value, unless it was written again since. */
  public void removeHash(CollectionName collection, ByteString keyHash, Version version) {
    Map<ByteString, StateEntry> entries = hashes.getOrDefault(collection, Map.of());
    StateEntry entry = entries.get(keyHash);
    if (entry != null && entry.version().equals(version)) {
      entries.remove(keyHash);
    }
  }

  /** Sets or deletes a private value. */
  public void setPrivate(
      String namespace, String collection, String key, Optional<StateEntry> entry) {
    set(
        privateValues.computeIfAbsent(
            new CollectionName(namespace, collection), c -> new TreeMap<>(Utf8Order.COMPARATOR)),
        key,
        entry);
  }

  @Override
  public void visitValues(ValueVisitor visitor) {
    TreeSet<String> namespaces = new TreeSet<>(Utf8Order.COMPARATOR);
    namespaces.addAll(values.keySet());
    for (String namespace : namespaces) {
      values
          .getOrDefault(namespace, Collections.emptyNavigableMap())
          .forEach((key, entry) -> visitor.visit(namespace, key, entry));
    }
  }

  @Override
  public void visitHashes(HashVisitor visitor) {
    List<CollectionName> collections = new ArrayList<>(hashes.keySet());
    collections.sort(
        Comparator.comparing(CollectionName::namespace, Utf8Order.COMPARATOR)
            .thenComparing(CollectionName::collection, Utf8Order.COMPARATOR));
    for (CollectionName collection : collections) {
      Map<ByteString, StateEntry> entries =
          new TreeMap<>(ByteString.unsignedLexicographicalComparator());
      entries.putAll(hashes.getOrDefault(collection, Map.of()));
      entries.forEach((keyHash, entry) -> visitor.visit(collection, keyHash, entry));
    }
  }

  /** Notes a change of a key. */
  public void addHistory(String namespace, String key, KeyModificationRecord change) {
    histories
        .computeIfAbsent(namespace, n -> new HashMap<>())
        .computeIfAbsent(key, k -> new ArrayDeque<>())
        .addFirst(change);
  }

  private static <K> void set(Map<K, StateEntry> entries, K key, Optional<StateEntry> entry) {
    entry.ifPresentOrElse(e -> entries.put(key, e), () -> entries.remove(key));
  }

  private static Iterator<KeyedEntry> range(
      @Nullable NavigableMap<String, StateEntry> entries, String start, String end) {
    if (entries == null || (!end.isEmpty() && Utf8Order.COMPARATOR.compare(start, end) >= 0)) {
      return Collections.emptyIterator();
    }
    NavigableMap<String, StateEntry> part = entries.tailMap(start, true);
    if (!end.isEmpty()) {
      part = part.headMap(end, false);
    }
    Iterator<Map.Entry<String, StateEntry>> found = part.entrySet().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return found.hasNext();
      }

      @Override
      public KeyedEntry next() {
        Map.Entry<String, StateEntry> next = found.next();
        return new KeyedEntry(next.getKey(), next.getValue());
      }
    };
  }
}
