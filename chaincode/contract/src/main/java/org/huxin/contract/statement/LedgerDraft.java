// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.statement;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.contract.Outcome.Write;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.HistorySegment;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;

/**
 * The ledger as one transaction sees and changes it: every key is read once at most, and what was
 * put is what is read from then on. Mutable and for one thread.
 */
public final class LedgerDraft {
  private final LedgerView view;
  private final Map<EntityKey<?>, Optional<Entity>> entities = new HashMap<>();
  private final Map<EntityKey<?>, Entity> changed = new HashMap<>();

  /** Nothing read and nothing changed. */
  public LedgerDraft(LedgerView view) {
    this.view = view;
  }

  /** The view beneath, for queries and rules that only read. */
  public LedgerView view() {
    return view;
  }

  /** An entity as this transaction leaves it so far; empty if there is none. */
  public <T extends Entity> Optional<T> find(EntityKey<T> key) {
    Optional<Entity> known = entities.get(key);
    if (known == null) {
      known = view.get(key).map(Entity.class::cast);
      entities.put(key, known);
    }
    return known.map(key.type().type()::cast);
  }

  /**
   * An entity that must be there.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_FOUND} if there is none
   */
  public <T extends Entity> T require(EntityKey<T> key) {
    return find(key)
        .orElseThrow(() -> LedgerRefusedException.of(LedgerRefusal.NOT_FOUND, "key", key));
  }

  /**
   * Refuses if there is such an entity.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#ALREADY_EXISTS} if there is one
   */
  public void requireAbsent(EntityKey<?> key) {
    if (find(key).isPresent()) {
      throw LedgerRefusedException.of(LedgerRefusal.ALREADY_EXISTS, "key", key);
    }
  }

  /** Writes an entity: its whole new value. */
  public <T extends Entity> void put(EntityKey<T> key, T entity) {
    entities.put(key, Optional.of(entity));
    changed.put(key, entity);
  }

  /**
   * What is to be written, with long histories cut.
   *
   * @param committedAt the transaction's time
   * @param statementAge how old a statement may be: younger entries stay with their entity
   * @return in the order of the stored keys' UTF-16 code units, which for keys of ASCII is that of
   *     their bytes
   * @throws LedgerRefusedException {@link LedgerRefusal#HISTORY_FULL} if an entity changed too
   *     often
   */
  public List<Write> writes(Instant committedAt, Duration statementAge) {
    TreeMap<String, Bytes> writes = new TreeMap<>();
    for (Map.Entry<EntityKey<?>, Entity> change : changed.entrySet()) {
      EntityKey<?> key = change.getKey();
      Entity entity = change.getValue();
      Optional<Entity.Shortened> closing = entity.closeSegment(committedAt.minus(statementAge));
      if (closing.isPresent()) {
        writes.put(
            key.storedSegment(closing.get().number()),
            HistorySegment.CODEC.toBytes(closing.get().segment()));
        entity = closing.get().rest();
      }
      if (entity.history().isFull()) {
        throw new LedgerRefusedException(
            LedgerRefusal.HISTORY_FULL,
            Map.of("key", key.toString(), "limit", Integer.toString(History.MAX_ENTRIES)));
      }
      writes.put(key.stored(), encode(key.type(), entity));
    }
    return writes.entrySet().stream()
        .map(write -> new Write(write.getKey(), write.getValue()))
        .toList();
  }

  private static <T extends Entity> Bytes encode(EntityType<T> type, Entity entity) {
    ObjectCodec<T> codec = type.codec();
    return codec.toBytes(type.type().cast(entity));
  }
}
