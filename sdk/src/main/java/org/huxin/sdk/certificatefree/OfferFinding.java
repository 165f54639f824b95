// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.certificatefree;

import java.util.List;
import org.huxin.core.catalogue.Predicate;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Verdict;

/**
 * Why an offered licence serves as a material, or not.
 *
 * @param offer the licence
 * @param serves whether it serves
 * @param predicates whether its attributes say what the item asks for
 * @param failing what they do not say, or do not show; unmodifiable
 * @param verdict both halves of the verdict on it
 */
public record OfferFinding(
    LicenceOffer offer,
    boolean serves,
    Outcome predicates,
    List<Predicate> failing,
    Verdict verdict) {
  /** A copy of the given list. */
  public OfferFinding {
    failing = List.copyOf(failing);
  }
}
