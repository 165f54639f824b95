// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;

/**
 * How people name the entities of a kind: by identifiers in their usual form. Immutable.
 *
 * @param <T> the entity
 */
public final class EntityKind<T extends Entity> {
  private final EntityType<T> type;
  private final String plural;
  private final List<KeyPart> parts;
  private final Function<List<String>, EntityKey<T>> reader;

  EntityKind(
      EntityType<T> type,
      String plural,
      List<KeyPart> parts,
      Function<List<String>, EntityKey<T>> reader) {
    this.type = type;
    this.plural = plural;
    this.parts = List.copyOf(parts);
    this.reader = reader;
  }

  /** The kind. */
  public EntityType<T> type() {
    return type;
  }

  /** The name of one in queries, such as {@code LicenceStatus}. */
  public String singular() {
    return type.type().getSimpleName();
  }

  /** The name of several in queries, such as {@code LicenceStatuses}. */
  public String plural() {
    return plural;
  }

  /** What an entity is named by; empty if there is only one of the kind. */
  public List<String> parts() {
    return parts.stream().map(KeyPart::name).toList();
  }

  /**
   * How many of the parts a list may begin with: all but the last, or none if the ledger's keys are
   * hashes of them.
   */
  public int prefixParts() {
    return parts.size() == type.parts() ? Math.max(0, parts.size() - 1) : 0;
  }

  /**
   * The beginning of the keys of those entities.
   *
   * @param values of the first {@link #parts}, at most {@link #prefixParts}
   * @throws IllegalArgumentException if they are too many, or one is of another form
   */
  public List<String> prefix(List<String> values) {
    if (values.size() > prefixParts()) {
      throw new IllegalArgumentException("at most " + prefixParts() + " parts");
    }
    List<String> stored = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      stored.add(parts.get(i).stored(values.get(i)));
    }
    return stored;
  }

  /**
   * Reads a key in the form in which answers and events name it.
   *
   * @throws IllegalArgumentException if it is no key of this kind
   */
  public EntityKey<T> named(String key) {
    String begin = type.name() + "/";
    if (!key.startsWith(begin)) {
      throw new IllegalArgumentException("a key of another kind");
    }
    return new EntityKey<>(type, List.of(key.substring(begin.length()).split("/", -1)));
  }

  /**
   * The key of the entity of that name.
   *
   * @param values one for each of {@link #parts}
   * @throws IllegalArgumentException if they are too few or too many, or one is of another form
   */
  public EntityKey<T> key(List<String> values) {
    if (values.size() != parts.size()) {
      throw new IllegalArgumentException("named by " + parts.size() + " parts");
    }
    return KeyPart.read(() -> reader.apply(values));
  }
}
