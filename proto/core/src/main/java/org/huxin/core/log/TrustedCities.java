// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.note.NoteKey;
import org.huxin.core.note.NoteRefusedException;
import org.huxin.core.note.NoteSignature;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * What a verifier pins: the ledger, the keys with which the cities' nodes sign, and how many cities
 * must agree. Immutable.
 *
 * @param ledger the ledger
 * @param keys of each trusted city's node, at least one; unmodifiable
 * @param needed how many cities must have cosigned, at least 1 and at most all
 */
public record TrustedCities(
    LedgerId ledger, SortedMap<DivisionCode, List<VerifyingKey>> keys, int needed) {
  /**
   * Trusted cities.
   *
   * @throws IllegalArgumentException if a city has no key, two cities have the same one, or more
   *     cities are needed than there are
   */
  public TrustedCities {
    TreeMap<DivisionCode, List<VerifyingKey>> copy = new TreeMap<>();
    keys.forEach((city, list) -> copy.put(city, List.copyOf(list)));
    List<VerifyingKey> all = copy.values().stream().flatMap(List::stream).toList();
    if (copy.values().stream().anyMatch(List::isEmpty)
        || all.stream().distinct().count() != all.size()) {
      throw new IllegalArgumentException("each city has keys of its own");
    }
    if (needed < 1 || needed > copy.size()) {
      throw new IllegalArgumentException("from 1 to all cities must agree");
    }
    keys = Collections.unmodifiableSortedMap(copy);
  }

  /** The same with other keys for a city. */
  public TrustedCities with(DivisionCode city, List<VerifyingKey> others) {
    TreeMap<DivisionCode, List<VerifyingKey>> changed = new TreeMap<>(keys);
    changed.put(city, others);
    return new TrustedCities(ledger, changed, needed);
  }

  /**
   * Checks that enough cities agree on a checkpoint. Each city counts once, and a cosignature from
   * the future not at all. Signatures under other names are nobody's and are passed over.
   *
   * @param notAfter the verifier's clock with what clocks may differ
   * @throws LogRefusedException if it is another ledger's, its own city did not sign it, a
   *     cosignature is wrong, or too few count
   */
  public AgreedCheckpoint agree(SignedCheckpoint signed, Instant notAfter) {
    LogOrigin origin = signed.checkpoint().origin();
    if (!origin.ledger().equals(ledger)) {
      throw LogRefusedException.of(LogRefusal.CHECKPOINT_OF_OTHER_LEDGER);
    }
    LogCheckpoint checkpoint = signed.verify(keys.getOrDefault(origin.city(), List.of()));
    List<Cosignature> all = new ArrayList<>();
    keys.forEach(
        (city, list) ->
            cosignature(signed, city, list)
                .filter(each -> !each.time().isAfter(notAfter))
                .ifPresent(all::add));
    if (all.size() < needed) {
      throw new LogRefusedException(
          LogRefusal.TOO_FEW_COSIGNATURES,
          Map.of("cities", Integer.toString(all.size()), "needed", Integer.toString(needed)));
    }
    all.sort(Comparator.comparing(Cosignature::time).reversed());
    return new AgreedCheckpoint(checkpoint, all.get(needed - 1).time(), all);
  }

  private Optional<Cosignature> cosignature(
      SignedCheckpoint signed, DivisionCode city, List<VerifyingKey> list) {
    LogOrigin by = new LogOrigin(ledger, city);
    Optional<Instant> latest = Optional.empty();
    for (VerifyingKey key : list) {
      NoteKey cosigner = by.cosigningKey(key);
      Optional<NoteSignature> signature = signed.note().signature(cosigner);
      if (signature.isPresent()) {
        Instant time;
        try {
          time = Cosignature.verify(signed.note().text(), cosigner, signature.get());
        } catch (NoteRefusedException e) {
          throw LogRefusedException.because(LogRefusal.COSIGNATURE_INVALID, city, e);
        }
        latest = latest.filter(time::isBefore).or(() -> Optional.of(time));
      }
    }
    return latest.map(time -> new Cosignature(by, time));
  }
}
