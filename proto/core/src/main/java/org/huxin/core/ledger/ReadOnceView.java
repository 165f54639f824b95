// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A view that asks another for each key once at most. For one thread and one question. */
public final class ReadOnceView implements LedgerView {
  private final LedgerView view;
  private final Map<EntityKey<?>, Optional<? extends Entity>> known = new HashMap<>();

  /** Over another view, which must not change meanwhile. */
  public ReadOnceView(LedgerView view) {
    this.view = view;
  }

  @Override
  public <T extends Entity> Optional<T> get(EntityKey<T> key) {
    Optional<? extends Entity> entity = known.get(key);
    if (entity == null) {
      entity = view.get(key);
      known.put(key, entity);
    }
    return entity.map(key.type().type()::cast);
  }

  @Override
  public Optional<HistorySegment> segment(EntityKey<?> key, int number) {
    return view.segment(key, number);
  }

  @Override
  public <T extends Entity> Page<T> list(
      EntityType<T> type, List<String> prefix, Optional<EntityKey<T>> after, int limit) {
    return view.list(type, prefix, after, limit);
  }

  @Override
  public boolean isComplete() {
    return view.isComplete();
  }
}
