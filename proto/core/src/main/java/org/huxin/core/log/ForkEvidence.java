// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The proof that two nodes were shown different histories, or that one of them lies: two
 * checkpoints that contradict each other, each signed by its city. Whoever has the cities' keys can
 * check it.
 *
 * @param one a checkpoint
 * @param other another, of the same or of another city
 */
public record ForkEvidence(SignedCheckpoint one, SignedCheckpoint other) {
  /**
   * Checks a claimed fork.
   *
   * @throws LogRefusedException if a checkpoint is of another ledger or not signed by its city, or
   *     the two do not contradict each other
   */
  public static ForkEvidence verify(
      SignedCheckpoint one, SignedCheckpoint other, TrustedCities cities) {
    DerivedState first = state(one, cities);
    DerivedState second = state(other, cities);
    if (!first.contradicts(second)) {
      throw LogRefusedException.of(LogRefusal.NO_CONTRADICTION);
    }
    return new ForkEvidence(one, other);
  }

  private static DerivedState state(SignedCheckpoint signed, TrustedCities cities) {
    LogOrigin origin = signed.checkpoint().origin();
    if (!origin.ledger().equals(cities.ledger())) {
      throw LogRefusedException.of(LogRefusal.CHECKPOINT_OF_OTHER_LEDGER);
    }
    return signed.verify(cities.keys().getOrDefault(origin.city(), List.of())).state();
  }

  /** Whose checkpoints they are, and what they say. */
  public Map<String, String> evidence() {
    Map<String, String> evidence = new TreeMap<>();
    add("one", one.checkpoint(), evidence);
    add("other", other.checkpoint(), evidence);
    return evidence;
  }

  private static void add(String side, LogCheckpoint checkpoint, Map<String, String> evidence) {
    evidence.put(side + ".city", checkpoint.origin().city().text());
    checkpoint.state().evidence().forEach((name, value) -> evidence.put(side + "." + name, value));
  }
}
