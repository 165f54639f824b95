// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

/**
 * True or false.
 *
 * @param value which of the two
 */
public record JsonBoolean(boolean value) implements JsonValue {
  @Override
  public void appendCanonical(StringBuilder out) {
    out.append(value);
  }

  @Override
  public String kind() {
    return "boolean";
  }
}
