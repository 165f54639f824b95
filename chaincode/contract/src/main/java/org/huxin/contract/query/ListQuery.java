// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.refusal.LedgerRefusal;

/**
 * {@code List…}: the entities of a kind in the order of their keys, a page at a time. The first
 * argument is the bookmark, that is {@code next} of the page before, or empty for the first page;
 * the others are the first parts of the name, to list only what begins with them. Answers {@code
 * {"entries":[…],"next"?:…}}, where {@code next} is missing on the last page. Refuses:
 *
 * <ul>
 *   <li>ARGUMENTS_REFUSED: too many parts, a part of another form, or a bookmark of another list.
 * </ul>
 */
final class ListQuery<T extends Entity> extends EntityQuery {
  /** What a person reads at a time, and what a peer reads in some milliseconds. */
  static final int PAGE = 100;

  /** Clients accept answers of 4 MiB unless told otherwise, and entities may be large. */
  static final int PAGE_BYTES = 1 << 20;

  private final EntityKind<T> kind;

  ListQuery(EntityKind<T> kind) {
    super("List" + kind.plural(), arguments(kind), EnumSet.of(LedgerRefusal.ARGUMENTS_REFUSED));
    this.kind = kind;
  }

  private static List<String> arguments(EntityKind<?> kind) {
    List<String> arguments = new ArrayList<>(List.of("bookmark?"));
    kind.parts().subList(0, kind.prefixParts()).forEach(part -> arguments.add(part + "?"));
    return arguments;
  }

  @Override
  JsonValue answer(List<String> values, LedgerView view) {
    String bookmark = values.isEmpty() ? "" : values.get(0);
    List<String> given = values.isEmpty() ? List.of() : values.subList(1, values.size());
    Optional<EntityKey<T>> after =
        bookmark.isEmpty()
            ? Optional.empty()
            : Optional.of(read("bookmark", () -> kind.named(bookmark)));
    List<String> prefix = read(String.join(" ", kind.parts()), () -> kind.prefix(given));
    if (after.isPresent() && !after.get().parts().subList(0, prefix.size()).equals(prefix)) {
      read(
          "bookmark",
          () -> {
            throw new IllegalArgumentException("a bookmark of another list");
          });
    }
    return page(view.list(kind.type(), prefix, after, PAGE));
  }

  private JsonObject page(LedgerView.Page<T> page) {
    List<JsonValue> entries = new ArrayList<>();
    Optional<EntityKey<T>> next = page.next();
    int bytes = 0;
    for (LedgerView.Listed<T> each : page.entries()) {
      JsonObject entry = entry(each.key(), each.entity());
      bytes += CanonicalJson.encode(entry).length();
      if (bytes > PAGE_BYTES && !entries.isEmpty()) {
        next = Optional.of(page.entries().get(entries.size() - 1).key());
        break;
      }
      entries.add(entry);
    }
    JsonObject.Builder answer = JsonObject.builder().put("entries", new JsonArray(entries));
    next.ifPresent(key -> answer.put("next", key.toString()));
    return answer.build();
  }
}
