// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.digest.TupleHash;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class VerdictTest {
  private static final Instant AS_OF = Instant.ofEpochSecond(1_780_000_000L);

  @Test
  void everyCombinationOfOutcomesHasTheResultThatTheRuleGives() {
    Outcome[] outcomes = Outcome.values();
    int combinations = (int) Math.pow(outcomes.length, Aspect.values().length);
    for (int number = 0; number < combinations; number++) {
      Map<Aspect, Outcome> chosen = new EnumMap<>(Aspect.class);
      int rest = number;
      boolean possible = true;
      for (Aspect aspect : Aspect.values()) {
        Outcome outcome = outcomes[rest % outcomes.length];
        rest /= outcomes.length;
        chosen.put(aspect, outcome);
        possible &= canBe(aspect, outcome);
      }
      if (possible) {
        Verdict verdict = verdict(chosen);
        assertEquals(slowResult(chosen.values()), verdict.result(), chosen.toString());
        assertEquals(
            slowAnswer(chosen, Aspect.DOCUMENT, Aspect.ANCHOR, Aspect.ISSUER, Aspect.SEAL),
            verdict.genuine());
        assertEquals(slowAnswer(chosen, Aspect.STATUS), verdict.inForce());
        assertEquals(
            slowAnswer(chosen, Aspect.RECOGNITION, Aspect.AUTHORIZATION), verdict.usableHere());
      }
    }
  }

  @Test
  void theWorseOfTwoHalvesIsCommutativeAssociativeAndIdempotent() {
    for (Outcome a : Outcome.values()) {
      assertEquals(a, a.worse(a));
      assertEquals(a, a.worse(Outcome.NOT_ASKED));
      for (Outcome b : Outcome.values()) {
        assertEquals(a.worse(b), b.worse(a));
        for (Outcome c : Outcome.values()) {
          assertEquals(a.worse(b).worse(c), a.worse(b.worse(c)));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OK, FAILED, FAILED",
    "UNKNOWN, FAILED, FAILED",
    "OK, UNKNOWN, UNKNOWN",
    "NOT_ASKED, OK, OK"
  })
  void failedStandsOverUnknownOverOk(Outcome one, Outcome other, Outcome worse) {
    assertEquals(worse, one.worse(other));
  }

  @Test
  void joiningTwoHalvesKeepsEveryFindingOnce() {
    Finding mismatch = Finding.of(FindingCode.ATTRIBUTE_MISMATCH);
    Finding missing = Finding.of(FindingCode.ATTRIBUTE_NOT_DISCLOSED);
    Judgement caller = Judgement.of(Aspect.DOCUMENT, List.of(missing));
    Judgement ledger = Judgement.of(Aspect.DOCUMENT, List.of(mismatch, missing));

    assertEquals(
        new Judgement(Aspect.DOCUMENT, Outcome.FAILED, List.of(missing, mismatch)),
        caller.join(ledger));
  }

  @Test
  void halvesOfDifferentQuestionsDoNotJoin() {
    Verdict one = Verdict.of(AS_OF, Optional.empty(), Map.of());
    Verdict later = Verdict.of(AS_OF.plusSeconds(1), Optional.empty(), Map.of());
    Verdict known = Verdict.of(AS_OF, Optional.of(AS_OF), Map.of());

    assertThrows(IllegalArgumentException.class, () -> one.join(later));
    assertThrows(IllegalArgumentException.class, () -> one.join(known));
  }

  @Test
  void anOutcomeThatItsFindingsDoNotMeanCannotBeBuilt() {
    Finding expired = Finding.of(FindingCode.EXPIRED);

    assertThrows(
        IllegalArgumentException.class,
        () -> new Judgement(Aspect.STATUS, Outcome.OK, List.of(expired)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Judgement(Aspect.STATUS, Outcome.NOT_ASKED, List.of(expired)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Judgement(Aspect.SEAL, Outcome.FAILED, List.of(expired)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Judgement(Aspect.STATUS, Outcome.FAILED, List.of()));
  }

  @Test
  void whatIsTooOldIsNeverShownAsFalse() {
    for (FindingCode code : FindingCode.values()) {
      if (code.aspect() == Aspect.FRESHNESS) {
        assertEquals(Outcome.UNKNOWN, code.outcome());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_YET_EFFECTIVE, 1",
    "SUSPENDED, 2",
    "TRANSFERRED_OUT, 2",
    "EXPIRED, 3",
    "WITHDRAWN, 3",
    "REVOKED, 3",
    "CANCELLED, 3",
    "SUPERSEDED, 3",
    "CLOSED, 3",
    "BATCH_NOT_ANCHORED, 5",
    "ISSUER_NOT_REGISTERED, 5",
    "DIGEST_MISMATCH, 7",
    "ATTRIBUTE_MISMATCH, 7",
    "HOLDER_MISMATCH, 7",
    "DOCUMENT_NOT_GIVEN, 4",
    "DISPUTED, 0",
    "NOT_RECOGNISED, 0"
  })
  void eachFindingHasItsResultCodeOfTheShareService(FindingCode code, int number) {
    Map<Aspect, Judgement> judgements = allOk();
    judgements.put(code.aspect(), Judgement.of(code.aspect(), List.of(Finding.of(code))));

    assertEquals(number, Verdict.of(AS_OF, Optional.empty(), judgements).resultCode().number());
  }

  @Test
  void anExpiredLicenceThatIsAlsoSuspendedIsNoLongerValid() {
    Map<Aspect, Judgement> judgements = allOk();
    judgements.put(
        Aspect.STATUS,
        Judgement.of(
            Aspect.STATUS,
            List.of(Finding.of(FindingCode.SUSPENDED), Finding.of(FindingCode.EXPIRED))));

    assertEquals(
        ShareServiceResult.CORRECT_NO_LONGER_VALID,
        Verdict.of(AS_OF, Optional.empty(), judgements).resultCode());
  }

  @Test
  void askingNothingIsMissingParameters() {
    Verdict nothing = Verdict.of(AS_OF, Optional.empty(), Map.of());

    assertEquals(ShareServiceResult.PARAMETERS_MISSING, nothing.resultCode());
    assertEquals(Validity.INDETERMINATE, nothing.result());
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void theJsonFormReadsBackAsTheSameVerdict(FindingCode code) {
    Finding finding = Finding.of(code, Map.of("since", "2026-01-01", "by", "鄂尔多斯"));
    Verdict verdict =
        Verdict.of(
            AS_OF,
            Optional.of(AS_OF),
            Map.of(code.aspect(), Judgement.of(code.aspect(), List.of(finding))));

    assertEquals(
        verdict, Verdict.CODEC.fromBytes(Verdict.CODEC.toBytes(verdict), JsonLimits.STATEMENT));
  }

  @ParameterizedTest
  @CsvSource({"result, INVALID", "genuine, NO", "inForce, NO", "usableHere, NO"})
  void aSummaryThatDoesNotFollowFromTheAspectsIsRefused(String member, String value) {
    JsonObject json = Verdict.CODEC.encode(Verdict.of(AS_OF, Optional.empty(), allOk()));
    TreeMap<String, JsonValue> forged = new TreeMap<>(json.members());
    forged.put(member, new JsonString(value));

    assertThrows(DecodeRefusedException.class, () -> Verdict.CODEC.decode(new JsonObject(forged)));
  }

  @Test
  void thePageShowsTheExample() {
    Finding suspended = Finding.of(FindingCode.SUSPENDED, Map.of("by", "11150622MB9T00054K"));
    Verdict verdict =
        Verdict.of(
            AS_OF,
            Optional.empty(),
            Map.of(Aspect.STATUS, Judgement.of(Aspect.STATUS, List.of(suspended))));
    String json = CanonicalJson.text(Verdict.CODEC.encode(verdict));

    assertEquals(json, VectorFiles.currentExample("verdict", "verdict", json));
    assertEquals(DigestAlgorithm.SHA_256.digest(Bytes.utf8(json)), verdict.digest());
  }

  @Test
  void severalVerdictsAreNamedInTheirOrder() {
    Verdict good = Verdict.of(AS_OF, Optional.empty(), allOk());
    Verdict nothing = Verdict.of(AS_OF, Optional.empty(), Map.of());
    assertEquals(good.digest(), Verdict.digestOf(List.of(good)));
    assertEquals(
        TupleHash.begin(DigestAlgorithm.SHA_256, "huxin/verdicts/1")
            .add(good.digest().toString())
            .add(nothing.digest().toString())
            .finish(),
        Verdict.digestOf(List.of(good, nothing)));
    assertNotEquals(
        Verdict.digestOf(List.of(good, nothing)), Verdict.digestOf(List.of(nothing, good)));
    assertThrows(IllegalArgumentException.class, () -> Verdict.digestOf(List.of()));
  }

  private static Map<Aspect, Judgement> allOk() {
    Map<Aspect, Judgement> judgements = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      judgements.put(aspect, Judgement.of(aspect, List.of()));
    }
    return judgements;
  }

  private static boolean canBe(Aspect aspect, Outcome outcome) {
    return outcome == Outcome.NOT_ASKED
        || outcome == Outcome.OK
        || java.util.Arrays.stream(FindingCode.values())
            .anyMatch(code -> code.aspect() == aspect && code.outcome() == outcome);
  }

  private static Verdict verdict(Map<Aspect, Outcome> outcomes) {
    List<Judgement> judgements = new ArrayList<>();
    outcomes.forEach(
        (aspect, outcome) -> {
          List<Finding> findings = new ArrayList<>();
          for (FindingCode code : FindingCode.values()) {
            if (code.aspect() == aspect && code.outcome() == outcome && outcome != Outcome.OK) {
              findings.add(Finding.of(code));
            }
          }
          judgements.add(new Judgement(aspect, outcome, findings));
        });
    return new Verdict(AS_OF, Optional.empty(), judgements);
  }

  private static Validity slowResult(java.util.Collection<Outcome> outcomes) {
    int failed = 0;
    int unknown = 0;
    int ok = 0;
    for (Outcome outcome : outcomes) {
      failed += outcome == Outcome.FAILED ? 1 : 0;
      unknown += outcome == Outcome.UNKNOWN ? 1 : 0;
      ok += outcome == Outcome.OK ? 1 : 0;
    }
    if (failed > 0) {
      return Validity.INVALID;
    }
    return unknown == 0 && ok > 0 ? Validity.VALID : Validity.INDETERMINATE;
  }

  private static Answer slowAnswer(Map<Aspect, Outcome> outcomes, Aspect... aspects) {
    List<Outcome> asked = new ArrayList<>();
    for (Aspect aspect : aspects) {
      asked.add(outcomes.getOrDefault(aspect, Outcome.NOT_ASKED));
    }
    return switch (slowResult(asked)) {
      case VALID -> Answer.YES;
      case INVALID -> Answer.NO;
      case INDETERMINATE -> Answer.CANNOT_TELL;
    };
  }
}
