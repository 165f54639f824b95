// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

/**
 * How much JSON a reader takes before it looks closer.
 *
 * @param maxBytes the greatest size of the whole text in bytes, at least 1
 * @param maxDepth the greatest number of objects and arrays within one another, at least 1
 */
public record JsonLimits(int maxBytes, int maxDepth) {
  /**
   * For what goes onto the ledger: an orderer's batch takes 10 MiB, and the largest statement, a
   * full list of status changes, stays beneath a tenth of that.
   */
  public static final JsonLimits STATEMENT = new JsonLimits(1 << 20, 16);

  /** For files that travel between people: a proof with its bundle, a grant, a presentation. */
  public static final JsonLimits FILE = new JsonLimits(16 << 20, 32);

  /**
   * Limits.
   *
   * @throws IllegalArgumentException if one of them is less than 1
   */
  public JsonLimits {
    if (maxBytes < 1 || maxDepth < 1) {
      throw new IllegalArgumentException("a limit must be at least 1");
    }
  }
}
