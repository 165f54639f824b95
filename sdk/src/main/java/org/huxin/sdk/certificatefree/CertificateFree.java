// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.certificatefree;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huxin.core.catalogue.Material;
import org.huxin.core.catalogue.PublishServiceItem;
import org.huxin.core.catalogue.ServiceItem;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.CertificateFreeAnswer;
import org.huxin.core.verification.CertificateFreeQuestion;
import org.huxin.core.verification.MaterialAnswer;
import org.huxin.core.verification.MaterialResult;
import org.huxin.core.verification.OfferAnswer;
import org.huxin.core.verification.OfferedLicence;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerEntities;
import org.huxin.sdk.verifying.Inquiry;
import org.huxin.sdk.verifying.Verifier;

/**
 * 免证办: asks, for every material of a service, whether an offered licence says it already.
 * Documents, attributes and holders are judged in this process; the peer sees records alone. Safe
 * for all threads.
 *
 * <pre>{@code
 * CertificateFree certificateFree = new CertificateFree(verifier, ledger);
 * CertificateFreeResult result =
 *     certificateFree.check(item, now, List.of(LicenceOffer.of(document, proof, request)));
 * if (result.canProceed()) {
 *   accept();
 * }
 * }</pre>
 */
public final class CertificateFree {
  private final Verifier verifier;
  private final LedgerClient ledger;
  private final LedgerEntities entities;

  /**
   * With a verifier.
   *
   * @param ledger whom the ledger's half is asked of; stays the caller's to close
   */
  public CertificateFree(Verifier verifier, LedgerClient ledger) {
    this.verifier = verifier;
    this.ledger = ledger;
    this.entities = new LedgerEntities(ledger);
  }

  /**
   * Judges every material of a service. An offered licence counts for each material that accepts
   * its type.
   *
   * @param item which service
   * @param asOf in the version that is in force then
   * @throws CertificateFreeRefusedException {@code ITEM_NOT_PUBLISHED}, {@code TOO_MANY_OFFERS}
   * @throws org.huxin.core.refusal.LedgerRefusedException if the question itself is refused
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if no peer answers
   * @throws IOException if a document cannot be read
   */
  public CertificateFreeResult check(ServiceItemCode item, Instant asOf, List<LicenceOffer> offers)
      throws IOException {
    PublishServiceItem definition = definition(item, asOf);
    List<Inquiry> inquiries = new ArrayList<>();
    for (LicenceOffer offer : offers) {
      inquiries.add(verifier.inquire(offer.document(), offer.proof(), offer.request()));
    }
    CertificateFreeAnswer answer = ask(definition, offers, inquiries);
    List<MaterialFinding> findings = new ArrayList<>();
    for (int i = 0; i < definition.materials().size(); i++) {
      findings.add(
          finding(
              item, definition.materials().get(i), answer.materials().get(i), offers, inquiries));
    }
    return new CertificateFreeResult(definition, findings);
  }

  private PublishServiceItem definition(ServiceItemCode item, Instant asOf) {
    return entities.list(ServiceItem.ENTITY, item.text()).stream()
        .filter(each -> !each.definition().effectiveFrom().isAfter(asOf))
        .filter(each -> each.replacedAt().stream().allMatch(asOf::isBefore))
        .map(ServiceItem::definition)
        .max(Comparator.comparingInt(PublishServiceItem::version))
        .orElseThrow(
            () ->
                new CertificateFreeRefusedException(
                    CertificateFreeRefusal.ITEM_NOT_PUBLISHED, Map.of("item", item.text())));
  }

  private CertificateFreeAnswer ask(
      PublishServiceItem definition, List<LicenceOffer> offers, List<Inquiry> inquiries) {
    List<OfferedLicence> asked = new ArrayList<>();
    for (Material material : definition.materials()) {
      for (int i : serving(material, offers)) {
        PredicateJudgement said = PredicateJudgement.of(offers.get(i).proof(), material);
        asked.add(new OfferedLicence(material.code(), said.outcome(), inquiries.get(i).question()));
      }
    }
    if (asked.size() > CertificateFreeQuestion.MAX_OFFERS) {
      throw new CertificateFreeRefusedException(
          CertificateFreeRefusal.TOO_MANY_OFFERS,
          Map.of(
              "count", Integer.toString(asked.size()),
              "limit", Integer.toString(CertificateFreeQuestion.MAX_OFFERS)));
    }
    CertificateFreeQuestion question =
        new CertificateFreeQuestion(definition.item(), definition.version(), asked);
    String argument = CanonicalJson.text(CertificateFreeQuestion.CODEC.encode(question));
    return CertificateFreeAnswer.CODEC.fromBytes(
        ledger.evaluate("CertificateFree", List.of(argument)), JsonLimits.FILE);
  }

  /** The indexes of the offers whose type a material accepts. */
  private static List<Integer> serving(Material material, List<LicenceOffer> offers) {
    return IntStream.range(0, offers.size())
        .filter(
            i ->
                material.anyOf().stream()
                    .anyMatch(each -> each.type().equals(offers.get(i).proof().record().type())))
        .boxed()
        .toList();
  }

  private static MaterialFinding finding(
      ServiceItemCode item,
      Material material,
      MaterialAnswer answer,
      List<LicenceOffer> offers,
      List<Inquiry> inquiries) {
    List<OfferFinding> findings = new ArrayList<>();
    List<Integer> serving = serving(material, offers);
    for (int i = 0; i < serving.size(); i++) {
      LicenceOffer offer = offers.get(serving.get(i));
      OfferAnswer answered = answer.offers().get(i);
      Verdict whole = inquiries.get(serving.get(i)).own().join(answered.verdict());
      boolean serves = answered.accepted() && whole.result() == Validity.VALID;
      PredicateJudgement said = PredicateJudgement.of(offer.proof(), material);
      findings.add(new OfferFinding(offer, serves, said.outcome(), said.failing(), whole));
    }
    MaterialResult result =
        findings.stream().anyMatch(OfferFinding::serves)
            ? MaterialResult.SATISFIED
            : without(material);
    return new MaterialFinding(
        item,
        material,
        result,
        result == MaterialResult.DEFERRABLE ? material.deadlineDays() : Optional.empty(),
        findings);
  }

  private static MaterialResult without(Material material) {
    return switch (material.mode()) {
      case MUST -> MaterialResult.MISSING;
      case DEFERRABLE -> MaterialResult.DEFERRABLE;
      case COMMITMENT -> MaterialResult.COMMITMENT;
    };
  }
}
