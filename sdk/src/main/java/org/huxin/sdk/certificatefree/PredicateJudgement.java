// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.certificatefree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.huxin.core.catalogue.AcceptedLicence;
import org.huxin.core.catalogue.Material;
import org.huxin.core.catalogue.Predicate;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.verdict.Outcome;

/** What a licence's attributes say of what an item asks for: judged here, where they are. */
record PredicateJudgement(Outcome outcome, List<Predicate> failing) {
  /** The best of the ways in which a material accepts the licence. */
  static PredicateJudgement of(ProofFile proof, Material material) {
    return material.anyOf().stream()
        .filter(accepted -> accepted.type().equals(proof.record().type()))
        .map(accepted -> of(proof, accepted))
        .min(Comparator.comparing(PredicateJudgement::outcome))
        .orElse(new PredicateJudgement(Outcome.NOT_ASKED, List.of()));
  }

  private static PredicateJudgement of(ProofFile proof, AcceptedLicence accepted) {
    Outcome worst = Outcome.NOT_ASKED;
    List<Predicate> failing = new ArrayList<>();
    for (Predicate predicate : accepted.predicates()) {
      Outcome outcome =
          proof
              .attributes()
              .value(predicate.attribute())
              .map(said -> predicate.holds(said) ? Outcome.OK : Outcome.FAILED)
              .orElse(Outcome.UNKNOWN);
      if (outcome != Outcome.OK) {
        failing.add(predicate);
      }
      worst = worst.worse(outcome);
    }
    return new PredicateJudgement(worst, failing);
  }
}
