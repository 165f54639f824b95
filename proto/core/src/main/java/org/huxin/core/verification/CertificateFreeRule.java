// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.catalogue.Material;
import org.huxin.core.catalogue.ServiceItem;
import org.huxin.core.id.LedgerId;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;

/** 免证办: matches what is offered with the materials that a service asks for. */
public final class CertificateFreeRule {
  private CertificateFreeRule() {}

  /**
   * Judges every material of a service.
   *
   * @param age how old the view is; empty if it does not know
   * @return empty if the view holds no such version of the item
   */
  public static Optional<CertificateFreeAnswer> judge(
      LedgerView view,
      LedgerId ledger,
      CertificateFreeQuestion question,
      Optional<java.time.Duration> age) {
    return view.get(ServiceItem.key(question.item(), question.version()))
        .map(
            item ->
                new CertificateFreeAnswer(
                    question.item(),
                    question.version(),
                    item.definition().materials().stream()
                        .map(material -> judge(view, ledger, material, question, age))
                        .toList()));
  }

  private static MaterialAnswer judge(
      LedgerView view,
      LedgerId ledger,
      Material material,
      CertificateFreeQuestion question,
      Optional<java.time.Duration> age) {
    List<OfferAnswer> offers = new ArrayList<>();
    for (OfferedLicence offer : question.offers()) {
      if (offer.material().equals(material.code())) {
        Verdict verdict = VerdictRules.judge(view, ledger, offer.question(), age);
        boolean typeAccepted =
            material.anyOf().stream()
                .anyMatch(each -> each.type().equals(offer.question().record().type()));
        boolean predicates =
            offer.predicates() == Outcome.OK || offer.predicates() == Outcome.NOT_ASKED;
        boolean accepted = typeAccepted && predicates && verdict.result() == Validity.VALID;
        offers.add(new OfferAnswer(accepted, typeAccepted, offer.predicates(), verdict));
      }
    }
    boolean satisfied = offers.stream().anyMatch(OfferAnswer::accepted);
    MaterialResult result =
        satisfied
            ? MaterialResult.SATISFIED
            : switch (material.mode()) {
              case MUST -> MaterialResult.MISSING;
              case DEFERRABLE -> MaterialResult.DEFERRABLE;
              case COMMITMENT -> MaterialResult.COMMITMENT;
            };
    Optional<Integer> dueDays =
        result == MaterialResult.DEFERRABLE ? material.deadlineDays() : Optional.empty();
    return new MaterialAnswer(material.code(), result, dueDays, offers);
  }
}
