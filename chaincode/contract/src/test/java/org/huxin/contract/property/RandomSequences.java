// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.property;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a property over random sequences. {@code -Dhuxin.sequences=N} runs N of each property;
 * {@code -Dhuxin.seed=S} begins with the seed that a failure named.
 */
final class RandomSequences {
  /** Of each of the five properties: ten thousand in a build. */
  private static final int DEFAULT_COUNT = 2_000;

  /** Spreads neighbouring seeds, whose first numbers are otherwise alike: the golden ratio. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private RandomSequences() {}

  /**
   * Runs the sequences of a property.
   *
   * @throws AssertionError if one fails; it names the seed
   */
  static void run(Consumer<Random> property) {
    int count = Integer.getInteger("huxin.sequences", DEFAULT_COUNT);
    long first = Long.getLong("huxin.seed", 1L);
    for (long seed = first; seed < first + count; seed++) {
      try {
        property.accept(new Random(seed * SPREAD));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("-Dhuxin.seed=" + seed + " " + e.getMessage(), e);
      }
    }
  }
}
