// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

import java.util.List;

/**
 * A list of values; possibly empty.
 *
 * @param items in order; unmodifiable
 */
public record JsonArray(List<JsonValue> items) implements JsonValue {
  /** A copy of the given list. */
  public JsonArray {
    items = List.copyOf(items);
  }

  @Override
  public void appendCanonical(StringBuilder out) {
    out.append('[');
    String separator = "";
    for (JsonValue item : items) {
      out.append(separator);
      item.appendCanonical(out);
      separator = ",";
    }
    out.append(']');
  }

  @Override
  public String kind() {
    return "array";
  }
}
