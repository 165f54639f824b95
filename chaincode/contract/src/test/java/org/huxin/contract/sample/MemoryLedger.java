// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huxin.contract.Outcome;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.HistorySegment;
import org.huxin.core.ledger.StoredLedgerView;
import org.huxin.crypto.bytes.Bytes;

/** A ledger in memory. Counts how often a single key is read. For one thread. */
public final class MemoryLedger extends StoredLedgerView {
  private final TreeMap<String, Bytes> state = new TreeMap<>();
  private final Set<String> kinds = new TreeSet<>();
  private int reads;

  /** Commits what an operation came to. */
  public void apply(Outcome.Accepted accepted) {
    accepted.writes().forEach(write -> state.put(write.key(), write.value()));
  }

  /** Puts an entity without an operation: where a test begins. */
  public <T extends Entity> void put(EntityKey<T> key, T entity) {
    state.put(key.stored(), key.type().codec().toBytes(entity));
  }

  /** Puts old entries of an entity's history without an operation. */
  public void putSegment(EntityKey<?> key, Entity.Shortened closed) {
    state.put(key.storedSegment(closed.number()), HistorySegment.CODEC.toBytes(closed.segment()));
  }

  /** Another ledger that holds the same. */
  public MemoryLedger copy() {
    MemoryLedger copy = new MemoryLedger();
    copy.state.putAll(state);
    return copy;
  }

  /** All stored keys and values; a copy. */
  public SortedMap<String, Bytes> state() {
    return new TreeMap<>(state);
  }

  /** How many single keys were read since the last call. */
  public int takeReads() {
    int count = reads;
    reads = 0;
    return count;
  }

  /** Of which kinds keys were read since the last call, or lists; a history is its entity's. */
  public Set<String> takeKinds() {
    Set<String> taken = Set.copyOf(kinds);
    kinds.clear();
    return taken;
  }

  /** The kind of a stored key. */
  public static String kind(String key) {
    String[] parts = key.split("\u0000", -1);
    return parts[1].equals("history") ? parts[2] : parts[1];
  }

  @Override
  protected Optional<Bytes> value(String key) {
    reads++;
    kinds.add(kind(key));
    return Optional.ofNullable(state.get(key));
  }

  @Override
  protected List<StoredEntry> range(String from, String to, int limit) {
    kinds.add(kind(from));
    List<StoredEntry> entries = new ArrayList<>();
    for (Map.Entry<String, Bytes> entry : state.subMap(from, to).entrySet()) {
      if (entries.size() == limit) {
        break;
      }
      entries.add(new StoredEntry(entry.getKey(), entry.getValue()));
    }
    return entries;
  }
}
