// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LedgerId;
import org.huxin.core.note.StandardBase64;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.VerifyingKey;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CheckpointVectorsTest {
  static List<VectorFiles.Case> cases() {
    return VectorFiles.of("checkpoint");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseEndsAsItsFileSays(VectorFiles.Case each) {
    if (each.isGood()) {
      AgreedCheckpoint agreed = agree(each);

      assertEquals(number(each, "time"), agreed.time().getEpochSecond());
      assertEquals(number(each, "size"), agreed.checkpoint().state().size());
      assertEquals(number(each, "block"), agreed.checkpoint().state().block());
      return;
    }
    LogRefusedException refused = assertThrows(LogRefusedException.class, () -> agree(each));
    assertEquals(LogRefusal.valueOf(each.text("expect")), refused.code());
  }

  @Test
  void everyRefusalHasACase() {
    // A fork is two checkpoints, and has tests of its own.
    Set<LogRefusal> seen = EnumSet.of(LogRefusal.NO_CONTRADICTION);
    for (VectorFiles.Case each : cases()) {
      if (!each.isGood()) {
        seen.add(LogRefusal.valueOf(each.text("expect")));
      }
    }
    assertEquals(EnumSet.allOf(LogRefusal.class), seen);
  }

  @Test
  void theExampleOfThePageIsReadAndWrittenAsItStands() {
    Bytes note = Bytes.utf8(VectorFiles.example("checkpoint-note", "note") + "\n");

    assertEquals(note, SignedCheckpoint.parse(note).toBytes());
    assertEquals(
        VectorFiles.example("checkpoint-note", "cosigning-keys"),
        String.join(
            "\n",
            cities(cases().get(0)).keys().entrySet().stream()
                .map(
                    each ->
                        new LogOrigin(cities(cases().get(0)).ledger(), each.getKey())
                            .cosigningKey(each.getValue().get(0))
                            .text())
                .toList()));
  }

  private static AgreedCheckpoint agree(VectorFiles.Case each) {
    return cities(each)
        .agree(
            SignedCheckpoint.parse(Bytes.utf8(each.text("note"))),
            Instant.ofEpochSecond(number(each, "now")));
  }

  private static TrustedCities cities(VectorFiles.Case each) {
    TreeMap<DivisionCode, List<VerifyingKey>> keys = new TreeMap<>();
    for (JsonObject city : each.members().getJsonArray("cities").getValuesAs(JsonObject.class)) {
      Bytes point = StandardBase64.decode(city.getString("key")).orElseThrow();
      keys.put(
          DivisionCode.parse(city.getString("city")),
          List.of(VerifyingKey.ofPoint(SignatureSuite.ED25519, point)));
    }
    return new TrustedCities(
        LedgerId.parse(each.text("ledger")), keys, each.members().getInt("needed"));
  }

  private static long number(VectorFiles.Case each, String member) {
    return each.members().getJsonNumber(member).longValueExact();
  }
}
