// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.huxin.core.verification.SampleView.AS_OF;
import static org.huxin.core.verification.SampleView.FOUNDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huxin.core.catalogue.AcceptedLicence;
import org.huxin.core.catalogue.Material;
import org.huxin.core.catalogue.MaterialMode;
import org.huxin.core.catalogue.PublishServiceItem;
import org.huxin.core.catalogue.ServiceItem;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.licence.StatusEvent;
import org.huxin.core.offline.SampleLicence;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Name;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Validity;
import org.junit.jupiter.api.Test;

/** 免证办: which materials are satisfied by what is offered, and what becomes of the others. */
final class CertificateFreeRuleTest {
  private static final LicenceTypeCode IDENTITY = LicenceTypeCode.parse("11100000000013127D001");
  private final SampleView view = new SampleView();

  CertificateFreeRuleTest() {
    PublishServiceItem item =
        new PublishServiceItem(
            SampleView.ITEM,
            1,
            new Name("食品经营许可(示例)"),
            List.of(
                material("LICENCE", MaterialMode.MUST, SampleLicence.TYPE, Optional.empty()),
                material("HEALTH", MaterialMode.DEFERRABLE, IDENTITY, Optional.of(10)),
                material("PARKING", MaterialMode.COMMITMENT, IDENTITY, Optional.empty())),
            FOUNDED);
    view.ledger.put(
        ServiceItem.key(SampleView.ITEM, 1),
        new ServiceItem(
            item, Optional.empty(), SampleView.history(FOUNDED, SampleView.id("item"))));
  }

  private static Material material(
      String code, MaterialMode mode, LicenceTypeCode type, Optional<Integer> days) {
    return new Material(
        new Code(code),
        new Name("材料(示例)"),
        mode,
        List.of(new AcceptedLicence(type, List.of())),
        days);
  }

  private CertificateFreeAnswer ask(OfferedLicence... offers) {
    CertificateFreeQuestion question =
        new CertificateFreeQuestion(SampleView.ITEM, 1, List.of(offers));
    CertificateFreeAnswer answer =
        CertificateFreeRule.judge(view.ledger, SampleLicence.LEDGER, question, Optional.empty())
            .orElseThrow();
    assertEquals(
        answer,
        CertificateFreeAnswer.CODEC.fromBytes(
            CertificateFreeAnswer.CODEC.toBytes(answer), JsonLimits.STATEMENT));
    return answer;
  }

  private OfferedLicence offer(String material, Outcome predicates) {
    return new OfferedLicence(new Code(material), predicates, view.question());
  }

  private static List<MaterialResult> results(CertificateFreeAnswer answer) {
    return answer.materials().stream().map(MaterialAnswer::result).toList();
  }

  @Test
  void aValidLicenceOfAnAcceptedTypeSatisfiesItsMaterial() {
    CertificateFreeAnswer answer = ask(offer("LICENCE", Outcome.OK));

    assertEquals(
        List.of(MaterialResult.SATISFIED, MaterialResult.DEFERRABLE, MaterialResult.COMMITMENT),
        results(answer));
    assertEquals(Optional.of(10), answer.materials().get(1).dueDays());
    assertTrue(answer.canProceed());
  }

  @Test
  void whatMustBeThereAndIsNotOfferedIsMissing() {
    CertificateFreeAnswer answer = ask();

    assertEquals(MaterialResult.MISSING, results(answer).get(0));
    assertFalse(answer.canProceed());
  }

  @Test
  void aLicenceThatIsNotInForceSatisfiesNothingAndTheVerdictSaysWhy() {
    var at = AS_OF.minus(Duration.ofDays(1));
    view.putStatus(SampleView.change(StatusEvent.REVOKE, SampleView.SUPERVISOR, at, at));
    CertificateFreeAnswer answer = ask(offer("LICENCE", Outcome.OK));

    assertEquals(MaterialResult.MISSING, results(answer).get(0));
    OfferAnswer offered = answer.materials().get(0).offers().get(0);
    assertFalse(offered.accepted());
    assertTrue(offered.typeAccepted());
    assertEquals(Validity.INVALID, offered.verdict().result());
  }

  @Test
  void aLicenceOfAnotherTypeSatisfiesNothing() {
    CertificateFreeAnswer answer = ask(offer("HEALTH", Outcome.OK));

    assertEquals(MaterialResult.DEFERRABLE, results(answer).get(1));
    assertFalse(answer.materials().get(1).offers().get(0).typeAccepted());
  }

  @Test
  void aLicenceWhoseAttributesDoNotSayEnoughSatisfiesNothing() {
    assertEquals(MaterialResult.MISSING, results(ask(offer("LICENCE", Outcome.FAILED))).get(0));
    assertEquals(MaterialResult.MISSING, results(ask(offer("LICENCE", Outcome.UNKNOWN))).get(0));
    assertEquals(
        MaterialResult.SATISFIED, results(ask(offer("LICENCE", Outcome.NOT_ASKED))).get(0));
  }

  @Test
  void anItemThatTheViewDoesNotHoldHasNoAnswer() {
    assertEquals(
        Optional.empty(),
        CertificateFreeRule.judge(
            view.ledger,
            SampleLicence.LEDGER,
            new CertificateFreeQuestion(SampleView.ITEM, 2, List.of()),
            Optional.empty()));
  }
}
