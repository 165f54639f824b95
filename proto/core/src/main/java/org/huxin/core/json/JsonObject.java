// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named values; possibly none.
 *
 * @param members in the order of their names' UTF-16 code units, which is RFC 8785's; unmodifiable
 */
public record JsonObject(SortedMap<String, JsonValue> members) implements JsonValue {
  /**
   * A copy of the given members.
   *
   * @throws IllegalArgumentException if a name holds a lone surrogate
   */
  public JsonObject {
    TreeMap<String, JsonValue> sorted = new TreeMap<>();
    for (Map.Entry<String, JsonValue> member : members.entrySet()) {
      if (!JsonString.isWellFormed(member.getKey())) {
        throw new IllegalArgumentException("a member's name must not hold a lone surrogate");
      }
      sorted.put(member.getKey(), member.getValue());
    }
    members = Collections.unmodifiableSortedMap(sorted);
  }

  /** Begins an object. */
  public static Builder builder() {
    return new Builder();
  }

  /** The value of that name, or empty if the object has no such member. */
  public Optional<JsonValue> get(String name) {
    return Optional.ofNullable(members.get(name));
  }

  @Override
  public void appendCanonical(StringBuilder out) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, JsonValue> member : members.entrySet()) {
      out.append(separator);
      JsonString.appendQuoted(member.getKey(), out);
      out.append(':');
      member.getValue().appendCanonical(out);
      separator = ",";
    }
    out.append('}');
  }

  @Override
  public String kind() {
    return "object";
  }

  /** Collects members. Mutable and for one thread. */
  public static final class Builder {
    private final TreeMap<String, JsonValue> members = new TreeMap<>();

    private Builder() {}

    /**
     * Adds a member.
     *
     * @throws IllegalArgumentException if the object already has a member of that name
     */
    @CanIgnoreReturnValue
    public Builder put(String name, JsonValue value) {
      if (members.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("two members of the same name");
      }
      return this;
    }

    /** Adds a text. */
    @CanIgnoreReturnValue
    public Builder put(String name, String value) {
      return put(name, new JsonString(value));
    }

    /** Adds an integer. */
    @CanIgnoreReturnValue
    public Builder put(String name, long value) {
      return put(name, new JsonInteger(value));
    }

    /** Adds a truth value. */
    @CanIgnoreReturnValue
    public Builder put(String name, boolean value) {
      return put(name, new JsonBoolean(value));
    }

    /** The object. */
    public JsonObject build() {
      return new JsonObject(members);
    }
  }
}
