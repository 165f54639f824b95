// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import java.util.List;
import java.util.regex.Pattern;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.ledger.EntityKey;

/**
 * A stored key of the ledger, of an entity or of a segment of its history, with a text form that
 * people can read: the parts of the composite key with slashes between.
 *
 * @param text the kind and the parts
 */
public record StateKey(String text) implements Comparable<StateKey> {
  /** The longest key: a segment's, of an entity with four parts. */
  private static final int MAX_LENGTH = 512;

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_:#.\\-]{1,80}(?:/[A-Za-z0-9_:#.\\-]{1,80}){0,6}");

  private static final String SEPARATOR = "\u0000";

  /** The JSON form. */
  public static final Codec<StateKey> CODEC =
      Codecs.text("key", MAX_LENGTH, StateKey::new, StateKey::text);

  /**
   * A key.
   *
   * @throws IllegalArgumentException if the text has characters that no key has, or too many parts
   */
  public StateKey {
    if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("a kind and up to six parts");
    }
  }

  /** The key of an entity. */
  public static StateKey of(EntityKey<?> key) {
    return ofStored(key.stored());
  }

  /**
   * A key in the form in which the ledger stores it.
   *
   * @throws IllegalArgumentException if it is no composite key
   */
  public static StateKey ofStored(String stored) {
    if (!stored.startsWith(SEPARATOR) || !stored.endsWith(SEPARATOR) || stored.length() < 3) {
      throw new IllegalArgumentException("a composite key");
    }
    String text = stored.substring(1, stored.length() - 1);
    if (text.indexOf('/') >= 0) {
      throw new IllegalArgumentException("a composite key without slashes");
    }
    return new StateKey(text.replace(SEPARATOR, "/"));
  }

  /** The key as the ledger stores it. */
  public String stored() {
    List<String> parts = List.of(text.split("/", -1));
    return EntityKey.composite(parts.get(0), parts.subList(1, parts.size()));
  }

  /** The kind of entity, or of segments. */
  public String kind() {
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }

  @Override
  public int compareTo(StateKey other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
