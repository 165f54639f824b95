// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.entity.EntityTable;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * What stands on the ledger, read at a peer. Safe for all threads.
 *
 * <pre>{@code
 * Optional<Authority> authority = entities.find(Authority.ENTITY, uscc.text());
 * }</pre>
 */
public final class LedgerEntities {
  private final LedgerClient ledger;

  /**
   * Reads by a client.
   *
   * @param ledger stays the caller's to close
   */
  public LedgerEntities(LedgerClient ledger) {
    this.ledger = ledger;
  }

  /**
   * One entity.
   *
   * @param name the identifiers that it is named by, in their usual form
   * @return empty if the ledger holds none of that name
   * @throws LedgerRefusedException if the name has another form
   * @throws LedgerUnavailableException if no peer answers
   */
  public <T extends Entity> Optional<T> find(EntityType<T> type, String... name) {
    try {
      JsonObject entry = ask("Get" + type.type().getSimpleName(), List.of(name));
      return Optional.of(type.codec().decode(member(entry, "value")));
    } catch (LedgerRefusedException e) {
      if (e.code() != LedgerRefusal.NOT_FOUND) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /**
   * Every entity of a kind, or those whose name begins so, in the order of their keys: page by
   * page, so that any number fits.
   *
   * @param begin the first identifiers of their names; empty for all
   * @throws LedgerRefusedException if the beginning has another form
   * @throws LedgerUnavailableException if no peer answers
   */
  public <T extends Entity> void forEach(
      EntityType<T> type, List<String> begin, Consumer<T> action) {
    String query = "List" + plural(type);
    Optional<String> bookmark = Optional.of("");
    while (bookmark.isPresent()) {
      List<String> arguments = new ArrayList<>(List.of(bookmark.get()));
      arguments.addAll(begin);
      JsonObject page = ask(query, arguments);
      for (JsonValue entry : ((JsonArray) member(page, "entries")).items()) {
        action.accept(type.codec().decode(member((JsonObject) entry, "value")));
      }
      bookmark =
          Optional.ofNullable(page.members().get("next")).map(next -> ((JsonString) next).value());
    }
  }

  /** As {@link #forEach}, all at once: for names of which there are few. */
  public <T extends Entity> List<T> list(EntityType<T> type, String... begin) {
    List<T> all = new ArrayList<>();
    forEach(type, List.of(begin), all::add);
    return all;
  }

  private JsonObject ask(String query, List<String> arguments) {
    return (JsonObject) CanonicalJson.decode(ledger.evaluate(query, arguments), JsonLimits.FILE);
  }

  private static JsonValue member(JsonObject object, String name) {
    JsonValue value = object.members().get(name);
    if (value == null) {
      throw new IllegalStateException("an answer of another form");
    }
    return value;
  }

  private static String plural(EntityType<?> type) {
    return EntityTable.all().stream()
        .filter(kind -> kind.type().equals(type))
        .map(EntityKind::plural)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such kind"));
  }
}
