// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.ledger;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of an entity on the ledger (proto/spec/ledger-state.md, Keys).
 *
 * @param type the kind of entity
 * @param parts what tells it from others of the kind; unmodifiable
 * @param <T> the entity
 */
public record EntityKey<T extends Entity>(EntityType<T> type, List<String> parts) {
  /** Identifiers and digests; a slash separates parts where people read them. */
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_:#.\\-]{1,80}");

  private static final char SEPARATOR = '\u0000';

  /**
   * A key.
   *
   * @throws IllegalArgumentException if it has too few or too many parts, or a part has characters
   *     that no key has
   */
  public EntityKey {
    parts = List.copyOf(parts);
    if (parts.size() != type.parts()
        || !parts.stream().allMatch(part -> PART.matcher(part).matches())) {
      throw new IllegalArgumentException("a key of " + type + " has " + type.parts() + " parts");
    }
  }

  /**
   * The key as the ledger stores it: Fabric's composite key, that is U+0000, the kind's name,
   * U+0000, and each part followed by U+0000.
   */
  public String stored() {
    return composite(type.name(), parts);
  }

  /** The stored key of one of this entity's history segments. */
  public String storedSegment(int number) {
    StringBuilder text = new StringBuilder();
    text.append(SEPARATOR).append(HistorySegment.KIND).append(SEPARATOR);
    text.append(type.name()).append(SEPARATOR);
    parts.forEach(part -> text.append(part).append(SEPARATOR));
    // Five digits keep the segments in order, and are more than there can be.
    String digits = Integer.toString(number);
    return text.append("0".repeat(Math.max(0, 5 - digits.length())))
        .append(digits)
        .append(SEPARATOR)
        .toString();
  }

  /** The stored form of a key, or of the beginning of keys, of a kind. */
  public static String composite(String kind, List<String> parts) {
    StringBuilder text = new StringBuilder();
    text.append(SEPARATOR).append(kind).append(SEPARATOR);
    parts.forEach(part -> text.append(part).append(SEPARATOR));
    return text.toString();
  }

  /** The key as results, events and people name it: the kind and the parts with slashes between. */
  @Override
  public String toString() {
    return parts.isEmpty() ? type.name() : type.name() + "/" + String.join("/", parts);
  }
}
