// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huxin.core.id.Uscc;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonReader;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodecTest {
  enum Colour {
    RED,
    GREEN
  }

  record Sample(
      Uscc owner,
      long amount,
      Optional<Instant> since,
      List<Colour> colours,
      List<LocalDate> days,
      boolean open) {
    private static final Codec<Uscc> USCC =
        Codecs.text("credit code", Uscc.LENGTH, Uscc::parse, Uscc::toString);
    private static final Field<Sample, Uscc> OWNER = required("owner", USCC, Sample::owner);
    private static final Field<Sample, Long> AMOUNT =
        required("amount", Codecs.integer(1, 9), Sample::amount);
    private static final Field<Sample, Optional<Instant>> SINCE =
        optional("since", Codecs.SECONDS, Sample::since);
    private static final Field<Sample, List<Colour>> COLOURS =
        required("colours", ListCodec.set(Codecs.enumeration(Colour.class), 1, 2), Sample::colours);
    private static final Field<Sample, List<LocalDate>> DAYS =
        required("days", ListCodec.list(Codecs.DATE, 0, 2), Sample::days);
    private static final Field<Sample, Boolean> OPEN =
        required("open", Codecs.BOOLEAN, Sample::open);
    static final ObjectCodec<Sample> CODEC =
        ObjectCodec.of(
            members ->
                new Sample(
                    members.get(OWNER),
                    members.get(AMOUNT),
                    members.get(SINCE),
                    members.get(COLOURS),
                    members.get(DAYS),
                    members.get(OPEN)),
            OWNER,
            AMOUNT,
            SINCE,
            COLOURS,
            DAYS,
            OPEN);

    Sample {
      if (open && amount == 9) {
        throw new IllegalArgumentException("an open one has at most eight");
      }
    }
  }

  private static final String GOOD =
      "{\"amount\":3,\"colours\":[\"GREEN\",\"RED\"],\"days\":[\"2026-11-24\"],\"open\":true,"
          + "\"owner\":\"11150602MB9T0002XY\",\"since\":1}";

  @Test
  void aValueReadsBackFromItsCanonicalBytes() {
    Sample sample =
        new Sample(
            Uscc.parse("11150602MB9T0002XY"),
            3,
            Optional.of(Instant.ofEpochSecond(1)),
            List.of(Colour.GREEN, Colour.RED),
            List.of(LocalDate.of(2026, 11, 24)),
            true);

    assertEquals(GOOD, CanonicalJson.text(Sample.CODEC.encode(sample)));
    assertEquals(sample, Sample.CODEC.fromBytes(Bytes.utf8(GOOD), JsonLimits.STATEMENT));
  }

  @Test
  void anEmptyOptionIsAnAbsentMember() {
    Sample sample = decode(GOOD.replace(",\"since\":1", ""));

    assertEquals(Optional.empty(), sample.since());
    assertEquals(false, Sample.CODEC.encode(sample).get("since").isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"amount\":3 | \"amount\":\"3\" | WRONG_KIND | /amount",
        "\"amount\":3 | \"amount\":0 | INTEGER_OUT_OF_RANGE | /amount",
        "\"amount\":3 | \"amount\":10 | INTEGER_OUT_OF_RANGE | /amount",
        "\"amount\":3 | \"amount\":9 | INCONSISTENT | ''",
        "\"amount\":3, | '' | MEMBER_MISSING | /amount",
        "\"amount\":3 | \"amount\":3,\"more\":1 | MEMBER_UNKNOWN | ''",
        "[\"GREEN\",\"RED\"] | [\"RED\",\"GREEN\"] | NOT_ASCENDING | /colours/1",
        "[\"GREEN\",\"RED\"] | [\"RED\",\"RED\"] | NOT_ASCENDING | /colours/1",
        "[\"GREEN\",\"RED\"] | [] | COUNT_OUT_OF_RANGE | /colours",
        "[\"GREEN\",\"RED\"] | [\"GREEN\",\"RED\",\"X\"] | COUNT_OUT_OF_RANGE | /colours",
        "[\"GREEN\",\"RED\"] | [\"BLUE\"] | TEXT_REFUSED | /colours/0",
        "[\"GREEN\",\"RED\"] | {} | WRONG_KIND | /colours",
        "2026-11-24 | 2026-02-30 | TEXT_REFUSED | /days/0",
        "2026-11-24 | 2026-11-240 | TEXT_TOO_LONG | /days/0",
        "true | 1 | WRONG_KIND | /open",
        "2XY | 2XX | TEXT_REFUSED | /owner",
        "\"since\":1 | \"since\":-1 | INTEGER_OUT_OF_RANGE | /since",
        "\"since\":1 | \"since\":253402300800 | INTEGER_OUT_OF_RANGE | /since"
      })
  void whatIsNotTheFormIsRefusedWithItsPlace(
      String part, String replacement, DecodeRefusal code, String place) {
    DecodeRefusedException refused =
        assertThrows(DecodeRefusedException.class, () -> decode(GOOD.replace(part, replacement)));

    assertEquals(code, refused.code());
    assertEquals(place, refused.evidence().get("at"));
  }

  @Test
  void everyRefusalIsTestedAbove() throws NoSuchMethodException {
    Set<DecodeRefusal> seen = EnumSet.noneOf(DecodeRefusal.class);
    CsvSource source =
        CodecTest.class
            .getDeclaredMethod(
                "whatIsNotTheFormIsRefusedWithItsPlace",
                String.class,
                String.class,
                DecodeRefusal.class,
                String.class)
            .getAnnotation(CsvSource.class);
    for (String row : source == null ? new String[0] : source.value()) {
      seen.add(DecodeRefusal.valueOf(row.split("\\|", -1)[2].strip()));
    }
    assertEquals(EnumSet.allOf(DecodeRefusal.class), seen);
  }

  @Test
  void theReasonOfATypeIsKeptAsEvidence() {
    DecodeRefusedException refused =
        assertThrows(DecodeRefusedException.class, () -> decode(GOOD.replace("2XY", "2XX")));

    assertEquals("ID_CHECK", refused.evidence().get("code"));
    assertEquals("credit code", refused.evidence().get("expected"));
  }

  @Test
  void theRuleThatAConstructorNamesIsKeptAsEvidence() {
    DecodeRefusedException refused =
        assertThrows(
            DecodeRefusedException.class,
            () -> decode(GOOD.replace("\"amount\":3", "\"amount\":9")));

    assertEquals("an open one has at most eight", refused.evidence().get("rule"));
  }

  @Test
  void theEncoderPutsASetInOrderAndRefusesAnItemTwice() {
    ListCodec<Colour> set = ListCodec.set(Codecs.enumeration(Colour.class), 0, 2);

    assertEquals(
        "[\"GREEN\",\"RED\"]", CanonicalJson.text(set.encode(List.of(Colour.RED, Colour.GREEN))));
    assertThrows(IllegalArgumentException.class, () -> set.encode(List.of(Colour.RED, Colour.RED)));
  }

  @Test
  void theEncoderRefusesTooManyItemsAndNumbersOutOfRange() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ListCodec.list(Codecs.BOOLEAN, 1, 1).encode(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> ListCodec.list(Codecs.BOOLEAN, 1, 1).encode(List.of(true, true)));
    assertThrows(IllegalArgumentException.class, () -> Codecs.integer(1, 2).encode(0L));
    assertThrows(IllegalArgumentException.class, () -> Codecs.integer(1, 2).encode(3L));
  }

  @Test
  void bytesAreOfTheirLength() {
    Codec<Bytes> four = Codecs.bytes(4);
    Codec<Bytes> upToTwo = Codecs.bytesUpTo(2);

    assertEquals(
        Bytes.fromHex("01020304"),
        four.decode(JsonReader.read(Bytes.utf8("\"AQIDBA\""), JsonLimits.STATEMENT)));
    assertThrows(
        DecodeRefusedException.class,
        () -> four.decode(JsonReader.read(Bytes.utf8("\"AQID\""), JsonLimits.STATEMENT)));
    assertEquals(Bytes.fromHex("0102"), upToTwo.decode(upToTwo.encode(Bytes.fromHex("0102"))));
    assertThrows(
        DecodeRefusedException.class,
        () -> upToTwo.decode(JsonReader.read(Bytes.utf8("\"AQID\""), JsonLimits.STATEMENT)));
  }

  @Test
  void aTimeHasWholeSeconds() {
    assertThrows(
        IllegalArgumentException.class, () -> Codecs.SECONDS.encode(Instant.ofEpochSecond(1, 1)));
  }

  @Test
  void theEncoderRefusesAMapThatTheDecoderWould() {
    TextMapCodec codec = new TextMapCodec(1, 3);

    for (var bad :
        List.of(
            java.util.Map.of("a", "b", "c", "d"),
            java.util.Map.of("a", "abcd"),
            java.util.Map.of("abcd", "a"))) {
      assertThrows(IllegalArgumentException.class, () -> codec.encode(new TreeMap<>(bad)));
    }
  }

  @Test
  void aPlaceIsAJsonPointer() {
    assertEquals("", Place.ROOT.toString());
    assertEquals("/a~1b/0/c~0d", Place.ROOT.member("a/b").item(0).member("c~d").toString());
  }

  @Test
  void twoFieldsOfOneNameCannotBeDeclared() {
    Field<Sample, Boolean> open = required("open", Codecs.BOOLEAN, Sample::open);

    assertThrows(IllegalArgumentException.class, () -> ObjectCodec.of(members -> null, open, open));
  }

  @Test
  void theShapeTellsEveryField() {
    assertEquals(
        List.of("owner", "amount", "since", "colours", "days", "open"),
        Sample.CODEC.shape().fields().stream().map(Shape.Member::name).toList());
    assertEquals(
        new Shape.Member("amount", true, new Shape.IntegerRange(1, 9)),
        Sample.CODEC.shape().fields().get(1));
  }

  @Test
  void aMapOfTextsIsBounded() {
    TextMapCodec codec = new TextMapCodec(1, 3);
    TreeMap<String, String> map = new TreeMap<>();
    map.put("a", "b");

    assertEquals(map, codec.decode(codec.encode(map)));
    for (String bad : List.of("{\"a\":\"b\",\"c\":\"d\"}", "{\"a\":1}", "{\"a\":\"abcd\"}", "[]")) {
      assertThrows(
          DecodeRefusedException.class,
          () -> codec.decode(JsonReader.read(Bytes.utf8(bad), JsonLimits.STATEMENT)));
    }
  }

  private static Sample decode(String json) {
    return Sample.CODEC.decode(JsonReader.read(Bytes.utf8(json), JsonLimits.STATEMENT));
  }
}
