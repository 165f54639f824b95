// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

/**
 * An integer that every JSON implementation can hold exactly (RFC 7493 section 2.2).
 *
 * @param value from −{@link #LARGEST} to {@link #LARGEST}
 */
public record JsonInteger(long value) implements JsonValue {
  /** 2^53 − 1: the largest integer beneath which every integer has its own IEEE 754 double. */
  public static final long LARGEST = (1L << 53) - 1;

  /**
   * An integer.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public JsonInteger {
    if (value > LARGEST || value < -LARGEST) {
      throw new IllegalArgumentException("an integer must lie within ±(2^53 − 1)");
    }
  }

  @Override
  public void appendCanonical(StringBuilder out) {
    out.append(value);
  }

  @Override
  public String kind() {
    return "integer";
  }
}
