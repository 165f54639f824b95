// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.json.JsonLimits;
import org.huxin.crypto.bytes.Bytes;

/**
 * A view over stored keys and values: decodes what the ledger stores. What it throws on a value
 * that is not the form of its kind is a fault of the ledger, not of a caller.
 */
public abstract class StoredLedgerView implements LedgerView {
  /** The greatest character of a composite key's part, as Fabric has it. */
  private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

  /** Values are written by operations, whose statements have this limit. */
  private static final JsonLimits LIMITS = JsonLimits.STATEMENT;

  /** The value under a stored key, or empty if there is none. */
  protected abstract Optional<Bytes> value(String key);

  /**
   * Stored keys and values in the order of the keys.
   *
   * @param from the first key, inclusive
   * @param to the last key, exclusive
   * @param limit the most entries, at least 1
   */
  protected abstract List<StoredEntry> range(String from, String to, int limit);

  /**
   * A stored key and its value.
   *
   * @param key the key
   * @param value the value
   */
  public record StoredEntry(String key, Bytes value) {}

  @Override
  public final <T extends Entity> Optional<T> get(EntityKey<T> key) {
    return value(key.stored()).map(value -> key.type().codec().fromBytes(value, LIMITS));
  }

  @Override
  public final Optional<HistorySegment> segment(EntityKey<?> key, int number) {
    return value(key.storedSegment(number))
        .map(value -> HistorySegment.CODEC.fromBytes(value, LIMITS));
  }

  @Override
  public final <T extends Entity> Page<T> list(
      EntityType<T> type, List<String> prefix, Optional<EntityKey<T>> after, int limit) {
    String begin = EntityKey.composite(type.name(), prefix);
    // The next key is greater than the bookmark by one character at least.
    String from = after.map(key -> key.stored() + "\u0001").orElse(begin);
    if (!from.startsWith(begin)) {
      throw new IllegalArgumentException("a bookmark of another list");
    }
    List<StoredEntry> entries = range(from, begin + LAST, limit + 1);
    List<Listed<T>> page = new ArrayList<>();
    for (StoredEntry entry : entries.subList(0, Math.min(limit, entries.size()))) {
      page.add(
          new Listed<>(type.stored(entry.key()), type.codec().fromBytes(entry.value(), LIMITS)));
    }
    Optional<EntityKey<T>> next =
        entries.size() > limit ? Optional.of(page.get(limit - 1).key()) : Optional.empty();
    return new Page<>(page, next);
  }
}
