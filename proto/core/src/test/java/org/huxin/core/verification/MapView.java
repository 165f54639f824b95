// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.HistorySegment;
import org.huxin.core.ledger.StoredLedgerView;
import org.huxin.crypto.bytes.Bytes;

/** A ledger that a test fills. Every value goes through its codec, as on a ledger. */
public final class MapView extends StoredLedgerView {
  private final TreeMap<String, Bytes> values = new TreeMap<>();
  private boolean complete = true;

  public <T extends Entity> void put(EntityKey<T> key, T entity) {
    values.put(key.stored(), key.type().codec().toBytes(entity));
  }

  public void putSegment(EntityKey<?> key, Entity.Shortened closed) {
    values.put(key.storedSegment(closed.number()), HistorySegment.CODEC.toBytes(closed.segment()));
  }

  public void remove(EntityKey<?> key) {
    values.remove(key.stored());
  }

  public void makeIncomplete() {
    complete = false;
  }

  /** All that is stored, by stored key. */
  public Map<String, Bytes> stored() {
    return Map.copyOf(values);
  }

  @Override
  public boolean isComplete() {
    return complete;
  }

  @Override
  protected Optional<Bytes> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  protected List<StoredEntry> range(String from, String to, int limit) {
    List<StoredEntry> entries = new ArrayList<>();
    values.subMap(from, to).entrySet().stream()
        .limit(limit)
        .forEach(entry -> entries.add(new StoredEntry(entry.getKey(), entry.getValue())));
    return entries;
  }
}
