// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonVectorsTest {
  static List<VectorFiles.Case> cases() {
    return VectorFiles.of("json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseEndsAsItsFileSays(VectorFiles.Case each) {
    Bytes input = Bytes.fromHex(each.text("input"));
    if (each.isGood()) {
      JsonValue value = CanonicalJson.decode(input, JsonLimits.STATEMENT);
      assertEquals(input, CanonicalJson.encode(value));
      return;
    }
    JsonRefusedException refused =
        assertThrows(
            JsonRefusedException.class, () -> CanonicalJson.decode(input, JsonLimits.STATEMENT));
    assertEquals(JsonRefusal.valueOf(each.text("expect")), refused.code());
    if (each.members().containsKey("canonical")) {
      assertEquals(
          Bytes.fromHex(each.text("canonical")),
          CanonicalJson.encode(JsonReader.read(input, JsonLimits.STATEMENT)));
    }
  }

  @Test
  void everyRefusalHasACase() {
    Set<JsonRefusal> seen = EnumSet.of(JsonRefusal.JSON_TOO_LARGE); // tested below
    for (VectorFiles.Case each : cases()) {
      if (!each.isGood()) {
        seen.add(JsonRefusal.valueOf(each.text("expect")));
      }
    }
    assertEquals(EnumSet.allOf(JsonRefusal.class), seen);
  }

  @Test
  void aTextOfTheLimitIsReadAndOneByteMoreIsNot() {
    Bytes text = Bytes.utf8("\"12345678\"");

    assertEquals(
        new JsonString("12345678"), CanonicalJson.decode(text, new JsonLimits(text.length(), 1)));
    JsonRefusedException refused =
        assertThrows(
            JsonRefusedException.class,
            () -> CanonicalJson.decode(text, new JsonLimits(text.length() - 1, 1)));
    assertEquals(JsonRefusal.JSON_TOO_LARGE, refused.code());
    assertEquals("10", refused.evidence().get("size"));
    assertEquals("9", refused.evidence().get("limit"));
  }

  @Test
  void theFirstByteThatDiffersIsNamed() {
    JsonRefusedException refused =
        assertThrows(
            JsonRefusedException.class,
            () -> CanonicalJson.decode(Bytes.utf8("{\"a\": 1}"), JsonLimits.STATEMENT));

    assertEquals("5", refused.evidence().get("offset"));
  }

  @Test
  void somethingBehindTheCanonicalBytesIsNamedByItsPlace() {
    JsonRefusedException refused =
        assertThrows(
            JsonRefusedException.class,
            () -> CanonicalJson.decode(Bytes.utf8("[] "), JsonLimits.STATEMENT));

    assertEquals("2", refused.evidence().get("offset"));
  }

  @Test
  void theExampleOfThePageIsCanonical() {
    JsonObject object =
        JsonObject.builder()
            .put("b", new JsonArray(List.of(new JsonBoolean(true), new JsonInteger(1))))
            .put("a", "互\n信")
            .build();

    assertEquals(VectorFiles.example("canonical-json", "canonical"), CanonicalJson.text(object));
  }

  @ParameterizedTest
  @ValueSource(longs = {9007199254740992L, -9007199254740992L, Long.MAX_VALUE, Long.MIN_VALUE})
  void anIntegerOutOfRangeCannotBeBuilt(long value) {
    assertThrows(IllegalArgumentException.class, () -> new JsonInteger(value));
  }

  @ParameterizedTest
  @ValueSource(longs = {9007199254740991L, -9007199254740991L, 0})
  void anIntegerInRangeCanBeBuilt(long value) {
    assertEquals(Long.toString(value), CanonicalJson.text(new JsonInteger(value)));
  }

  @Test
  void aLoneSurrogateCannotBeBuilt() {
    assertThrows(IllegalArgumentException.class, () -> new JsonString("a\ud800"));
    assertThrows(IllegalArgumentException.class, () -> new JsonString("\udc00\ud800"));
    JsonObject.Builder builder = JsonObject.builder().put("\ud800", true);
    assertThrows(IllegalArgumentException.class, builder::build);
  }

  @Test
  void aNameCannotBePutTwice() {
    JsonObject.Builder builder = JsonObject.builder().put("a", 1);

    assertThrows(IllegalArgumentException.class, () -> builder.put("a", 2));
  }

  @Test
  void limitsAreAtLeastOne() {
    assertThrows(IllegalArgumentException.class, () -> new JsonLimits(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new JsonLimits(1, 0));
    assertEquals(1, new JsonLimits(1, 1).maxDepth());
  }

  @Test
  void everyKindHasItsName() {
    assertEquals(
        List.of("object", "array", "string", "integer", "boolean"),
        List.of(
                JsonObject.builder().build(),
                new JsonArray(List.of()),
                new JsonString(""),
                new JsonInteger(0),
                new JsonBoolean(false))
            .stream()
            .map(JsonValue::kind)
            .toList());
  }
}
