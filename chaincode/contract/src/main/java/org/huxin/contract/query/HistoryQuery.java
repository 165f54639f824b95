// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.entity.EntityTable;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.HistorySegment;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * {@code GetHistory}: what made each version of an entity, oldest first, from its segments and its
 * own value. The arguments are the kind, as in {@code Get…}, the parts of the name, and optionally
 * the version to begin with. Answers {@code
 * {"entries":[…],"first":…,"key":…,"next"?:…,"version":…}}: {@code first} is the version of the
 * first entry, {@code next} the version with which to go on, missing at the end. Refuses:
 *
 * <ul>
 *   <li>ARGUMENTS_REFUSED: no such kind, the parts of the name are too few or too many or of
 *       another form, or there is no such version;
 *   <li>NOT_FOUND: the ledger holds no entity of that name.
 * </ul>
 */
final class HistoryQuery extends EntityQuery {
  /** Some 100 KiB; and what one value may list by itself. */
  static final int PAGE = 8 * History.SEGMENT;

  HistoryQuery() {
    super(
        "GetHistory",
        List.of("kind", "part…?"),
        EnumSet.of(LedgerRefusal.ARGUMENTS_REFUSED, LedgerRefusal.NOT_FOUND));
  }

  @Override
  JsonValue answer(List<String> values, LedgerView view) {
    EntityKind<?> kind =
        read(
            "kind",
            () -> EntityTable.find(values.get(0)).orElseThrow(IllegalArgumentException::new));
    return answer(kind, values.subList(1, values.size()), view);
  }

  private static <T extends Entity> JsonValue answer(
      EntityKind<T> kind, List<String> values, LedgerView view) {
    int parts = kind.parts().size();
    boolean begins = values.size() == parts + 1;
    EntityKey<T> key =
        read(
            String.join(" ", kind.parts()),
            () -> kind.key(begins ? values.subList(0, parts) : values));
    T entity =
        view.get(key)
            .orElseThrow(() -> LedgerRefusedException.of(LedgerRefusal.NOT_FOUND, "key", key));
    int asked = begins ? read("version", () -> version(values.get(parts), entity)) : 1;
    int from = entity.forgets() ? Math.max(asked, entity.history().before() + 1) : asked;
    List<JsonValue> entries = entries(key, entity, from, view);
    JsonObject.Builder answer =
        JsonObject.builder()
            .put("key", key.toString())
            .put("version", entity.version())
            .put("first", from)
            .put("entries", new JsonArray(entries));
    if (from + entries.size() <= entity.version()) {
      answer.put("next", from + entries.size());
    }
    return answer.build();
  }

  private static int version(String text, Entity entity) {
    int version = Integer.parseInt(text);
    if (version < 1 || version > entity.version()) {
      throw new IllegalArgumentException("no such version");
    }
    return version;
  }

  private static <T extends Entity> List<JsonValue> entries(
      EntityKey<T> key, T entity, int from, LedgerView view) {
    int before = entity.history().before();
    int at = from - 1;
    List<JsonValue> entries = new ArrayList<>();
    while (at < before && entries.size() < PAGE) {
      HistorySegment segment =
          view.segment(key, at / History.SEGMENT)
              .orElseThrow(() -> new IllegalStateException("a segment is missing: " + key));
      List<JsonObject> old = segment.entries();
      entries.addAll(old.subList(at % History.SEGMENT, old.size()));
      at = before(at) + History.SEGMENT;
    }
    if (at >= before) {
      List<JsonValue> own = own(key, entity);
      int room = Math.max(0, PAGE - entries.size());
      entries.addAll(own.subList(at - before, Math.min(own.size(), at - before + room)));
    }
    return entries;
  }

  private static int before(int at) {
    return at - at % History.SEGMENT;
  }

  /** The entries of the entity's own value, in the form in which it stands on the ledger. */
  private static <T extends Entity> List<JsonValue> own(EntityKey<T> key, T entity) {
    Optional<JsonValue> history = key.type().codec().encode(entity).get("history");
    if (history.isPresent()
        && history.get() instanceof JsonObject object
        && object.get("entries").orElseThrow() instanceof JsonArray entries) {
      return entries.items();
    }
    throw new IllegalStateException("no history: " + key.type());
  }
}
