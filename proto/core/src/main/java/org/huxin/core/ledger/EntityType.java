// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import java.util.ArrayList;
import java.util.List;
import org.huxin.core.codec.ObjectCodec;

/**
 * A kind of entity: its name in keys, how many parts its keys have, and its codec. Immutable; there
 * is one for each kind.
 *
 * @param <T> the entity
 */
public final class EntityType<T extends Entity> {
  private final String name;
  private final int parts;
  private final Class<T> type;
  private final ObjectCodec<T> codec;

  private EntityType(String name, int parts, Class<T> type, ObjectCodec<T> codec) {
    this.name = name;
    this.parts = parts;
    this.type = type;
    this.codec = codec;
  }

  /** Declares a kind. */
  public static <T extends Entity> EntityType<T> of(
      String name, int parts, Class<T> type, ObjectCodec<T> codec) {
    return new EntityType<>(name, parts, type, codec);
  }

  /**
   * The key of one entity.
   *
   * @throws IllegalArgumentException if there are too few or too many parts, or one has characters
   *     that no key has
   */
  public EntityKey<T> key(String... values) {
    return new EntityKey<>(this, List.of(values));
  }

  /**
   * Reads a key of this kind in the form in which the ledger stores it.
   *
   * @throws IllegalArgumentException if it is no such key
   */
  public EntityKey<T> stored(String key) {
    String begin = EntityKey.composite(name, List.of());
    if (!key.startsWith(begin)) {
      throw new IllegalArgumentException("a key of another kind");
    }
    List<String> values = new ArrayList<>();
    int at = begin.length();
    for (int end = key.indexOf('\u0000', at); end >= 0; end = key.indexOf('\u0000', at)) {
      values.add(key.substring(at, end));
      at = end + 1;
    }
    if (at != key.length()) {
      throw new IllegalArgumentException("a key ends with U+0000");
    }
    return new EntityKey<>(this, values);
  }

  /** The name of the kind in keys. */
  public String name() {
    return name;
  }

  /** How many parts a key of this kind has; may be none. */
  public int parts() {
    return parts;
  }

  /** The entity's class. */
  public Class<T> type() {
    return type;
  }

  /** The entity's JSON form: its value on the ledger. */
  public ObjectCodec<T> codec() {
    return codec;
  }

  @Override
  public String toString() {
    return name;
  }
}
