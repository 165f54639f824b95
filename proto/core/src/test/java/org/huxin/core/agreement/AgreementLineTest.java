// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.agreement.AgreementState.Status;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.statement.Title;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class AgreementLineTest {
  private static final DivisionCode ORDOS = DivisionCode.parse("150600");
  private static final DivisionCode HOHHOT = DivisionCode.parse("150100");
  private static final LicenceTypeCode TYPE = LicenceTypeCode.parse("11100000MB0143028R001");
  private static final Digest DIGEST = DigestAlgorithm.SHA_256.digest(Bytes.utf8("text"));
  private static final int NOTICE = 10 * 86_400;

  private static final AgreementTerms TERMS =
      new AgreementTerms(
          new Title("互认协议(示例)"),
          DIGEST,
          List.of(HOHHOT, ORDOS),
          List.of(
              new RecognitionRule(
                  List.of(TYPE),
                  List.of(HOHHOT),
                  List.of(ORDOS),
                  List.of(),
                  TrustLevel.B,
                  false,
                  false)),
          day(0),
          Optional.of(day(300)),
          NOTICE);

  private final List<AgreementEvent> events = new ArrayList<>();

  private static Instant day(int day) {
    return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  private void add(AgreementChange change, DivisionCode city, int day) {
    events.add(
        new AgreementEvent(
            change,
            change == AgreementChange.REPLACED ? Optional.empty() : Optional.of(city),
            Optional.empty(),
            new KeyId.OfAuthority(Uscc.parse("11150600MB9T00011A"), 1),
            day(day),
            new StatementId(DigestAlgorithm.SHA_256.digest(Bytes.utf8("event " + events.size())))));
  }

  private void activate() {
    add(AgreementChange.PROPOSED, ORDOS, 1);
    add(AgreementChange.SIGNED, ORDOS, 2);
    add(AgreementChange.SIGNED, HOHHOT, 3);
  }

  private AgreementState at(int asOf) {
    return AgreementLine.at(TERMS, events, Optional.of(day(asOf)), event -> true).orElseThrow();
  }

  @Test
  void aVersionWasNotKnownBeforeItWasProposed() {
    activate();
    assertEquals(
        Optional.empty(), AgreementLine.at(TERMS, events, Optional.of(day(0)), event -> true));
  }

  @Test
  void aProposalIsNoSignatureAndTheLastSignatureActivates() {
    activate();
    assertEquals(Status.PROPOSED, at(1).status());
    assertEquals(Set.of(), at(1).signedBy());
    assertEquals(Status.PROPOSED, at(2).status());
    assertEquals(Status.ACTIVE, at(3).status());
  }

  @Test
  void whatHappensLaterOrIsNotKnownDoesNotMatter() {
    activate();
    add(AgreementChange.SUSPENDED, HOHHOT, 10);
    add(AgreementChange.RESUMED, HOHHOT, 20);
    assertTrue(at(9).binds(HOHHOT, ORDOS, day(9)));
    assertFalse(at(10).binds(HOHHOT, ORDOS, day(10)));
    assertTrue(at(20).binds(HOHHOT, ORDOS, day(20)));
    AgreementState known = at(15);
    assertEquals(Set.of(HOHHOT), known.suspendedBy());
  }

  @Test
  void aNoticeEndsItAfterTheNoticeAndASecondOneDoesNotPutItOff() {
    activate();
    add(AgreementChange.NOTICE_GIVEN, HOHHOT, 10);
    add(AgreementChange.NOTICE_GIVEN, ORDOS, 15);
    assertTrue(at(19).binds(HOHHOT, ORDOS, day(19)));
    assertFalse(at(20).binds(HOHHOT, ORDOS, day(20)));
  }

  @Test
  void aReplacedVersionStillHeldBefore() {
    activate();
    add(AgreementChange.REPLACED, ORDOS, 50);
    assertEquals(Status.ACTIVE, at(49).status());
    assertEquals(Status.REPLACED, at(50).status());
  }

  @Test
  void anUndoneSignatureLeavesItUnsigned() {
    activate();
    AgreementState state =
        AgreementLine.at(TERMS, events, Optional.empty(), event -> !event.equals(events.get(1)))
            .orElseThrow();
    assertEquals(Status.PROPOSED, state.status());
    assertEquals(Set.of(HOHHOT), state.signedBy());
  }

  @Test
  void aRejectedVersionThatIsProposedAnewBeginsAnew() {
    add(AgreementChange.PROPOSED, ORDOS, 1);
    add(AgreementChange.SIGNED, ORDOS, 2);
    add(AgreementChange.REJECTED, HOHHOT, 3);
    add(AgreementChange.PROPOSED, ORDOS, 4);
    assertEquals(Status.REJECTED, at(3).status());
    assertEquals(Status.PROPOSED, at(4).status());
    assertEquals(Set.of(), at(4).signedBy());
  }

  @Test
  void itsWindowEndsBeforeItsLastInstant() {
    assertFalse(TERMS.holds(day(0).minusSeconds(1)));
    assertTrue(TERMS.holds(day(0)));
    assertFalse(TERMS.holds(day(300)));
  }

  @Test
  void aRuleCoversTypeAndDivisionsOneWay() {
    RecognitionRule rule = TERMS.rules().get(0);
    assertTrue(rule.covers(TYPE, DivisionCode.parse("150102"), DivisionCode.parse("150602")));
    assertFalse(rule.covers(TYPE, DivisionCode.parse("150602"), DivisionCode.parse("150102")));
    assertFalse(rule.covers(LicenceTypeCode.parse("11100000MB03271699001"), HOHHOT, ORDOS));
  }
}
