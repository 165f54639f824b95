// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CosigningRuleTest {
  private static final LedgerId LEDGER = new LedgerId(SampleCities.digest("ledger"));
  private static final DivisionCode MINE = SampleCities.CITIES.get(0);
  private static final DivisionCode OTHERS = SampleCities.CITIES.get(1);

  private final SampleCities cities = new SampleCities(LEDGER);
  private final CosigningRule rule = new CosigningRule(cities.origin(MINE), cities.trusted(3));

  /** A node that followed a history up to a block: every second block brings an entry. */
  private static DerivedStates derived(String history, long blocks) {
    TreeMap<Long, DerivedState> states = new TreeMap<>();
    for (long block = 0; block < blocks; block++) {
      states.put(block, SampleCities.state(block, 1 + block / 2, history));
    }
    return new DerivedStates() {
      @Override
      public Optional<DerivedState> last() {
        return Optional.ofNullable(states.get(blocks - 1));
      }

      @Override
      public Optional<DerivedState> at(long block) {
        return Optional.ofNullable(states.get(block));
      }
    };
  }

  private SignedCheckpoint received(String history, long block) {
    return cities.checkpoint(OTHERS, SampleCities.state(block, 1 + block / 2, history));
  }

  @Test
  void whatItDerivedItselfItCosigns() {
    SignedCheckpoint received = received("history", 6);

    assertEquals(
        new CosigningRule.Cosign(received),
        rule.decide(received, derived("history", 9), cities.signer(MINE)));
  }

  @Test
  void whatItHasNotDerivedItCannotTell() {
    assertEquals(
        new CosigningRule.NotThere(9),
        rule.decide(received("history", 9), derived("history", 9), cities.signer(MINE)));
  }

  @Test
  void anotherHistoryIsFoundByCheckpointsAloneAndProvedToAnybody() {
    CosigningRule.Fork fork =
        assertInstanceOf(
            CosigningRule.Fork.class,
            rule.decide(received("forged", 6), derived("history", 9), cities.signer(MINE)));

    ForkEvidence found = fork.evidence();
    assertEquals(found, ForkEvidence.verify(found.one(), found.other(), cities.trusted(3)));
    assertEquals(OTHERS.text(), found.evidence().get("one.city"));
    assertEquals(MINE.text(), found.evidence().get("other.city"));
    assertEquals("6", found.evidence().get("one.block"));
  }

  @Test
  void aCheckpointThatItsCityDidNotSignIsRefused() {
    DerivedState state = SampleCities.state(6, 4, "history");
    SignedCheckpoint forged =
        SignedCheckpoint.sign(new LogCheckpoint(cities.origin(OTHERS), state), cities.signer(MINE));

    assertEquals(
        LogRefusal.CHECKPOINT_NOT_SIGNED,
        assertThrows(
                LogRefusedException.class,
                () -> rule.decide(forged, derived("history", 9), cities.signer(MINE)))
            .code());
  }

  @Test
  void aCheckpointOfAnotherLedgerIsRefused() {
    SignedCheckpoint other =
        new SampleCities(new LedgerId(SampleCities.digest("another ledger")))
            .checkpoint(OTHERS, SampleCities.state(6, 4, "history"));

    for (org.junit.jupiter.api.function.Executable each :
        List.<org.junit.jupiter.api.function.Executable>of(
            () -> rule.decide(other, derived("history", 9), cities.signer(MINE)),
            () -> ForkEvidence.verify(other, received("history", 6), cities.trusted(3)))) {
      assertEquals(
          LogRefusal.CHECKPOINT_OF_OTHER_LEDGER,
          assertThrows(LogRefusedException.class, each).code());
    }
  }

  @Test
  void twoCheckpointsOfOneHistoryAreNoFork() {
    assertEquals(
        LogRefusal.NO_CONTRADICTION,
        assertThrows(
                LogRefusedException.class,
                () ->
                    ForkEvidence.verify(
                        received("history", 6), received("history", 8), cities.trusted(3)))
            .code());
  }

  @Test
  void whatNobodySignedIsNoEvidence() {
    SignedCheckpoint forged =
        SignedCheckpoint.sign(
            new LogCheckpoint(cities.origin(OTHERS), SampleCities.state(6, 4, "forged")),
            SampleCities.signer("a stranger"));

    assertEquals(
        LogRefusal.CHECKPOINT_NOT_SIGNED,
        assertThrows(
                LogRefusedException.class,
                () -> ForkEvidence.verify(received("history", 6), forged, cities.trusted(3)))
            .code());
  }

  @ParameterizedTest
  @CsvSource({
    "6, 4, history, 6, 4, history, false",
    "6, 4, history, 6, 4, forged, true",
    "6, 4, history, 7, 4, history, false",
    "6, 4, history, 7, 4, forged, true",
    "6, 4, history, 8, 5, forged, false",
    "6, 4, history, 8, 3, history, true",
    "8, 3, history, 6, 4, history, true",
  })
  void twoStatesContradictEachOtherIfOneLedgerCannotHaveBoth(
      long block, long size, String history, long block2, long size2, String history2, boolean is) {
    DerivedState one = SampleCities.state(block, size, history);
    DerivedState other = SampleCities.state(block2, size2, history2);

    assertEquals(is, one.contradicts(other));
    assertEquals(is, other.contradicts(one));
  }

  @Test
  void aCityPublishesOnceInAnIntervalAndOnlyWhatGrew() {
    PublicationRule publication = new PublicationRule(Duration.ofMinutes(10));
    Instant then = Instant.parse("2027-03-01T04:00:00Z");
    Optional<PublicationRule.Published> last = Optional.of(new PublicationRule.Published(5, then));

    assertTrue(publication.isDue(Optional.empty(), 1, then));
    assertFalse(publication.isDue(Optional.empty(), 0, then));
    assertFalse(publication.isDue(last, 6, then.plusSeconds(599)));
    assertTrue(publication.isDue(last, 6, then.plusSeconds(600)));
    assertFalse(publication.isDue(last, 5, then.plusSeconds(6000)));
    assertThrows(IllegalArgumentException.class, () -> new PublicationRule(Duration.ZERO));
  }
}
