// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.codec.Place;
import org.huxin.core.codec.Shape;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.entity.EntityTable;
import org.huxin.core.json.JsonObject;
import org.huxin.core.ledger.HistorySegment;
import org.huxin.core.signed.TextFields.TextField;
import org.huxin.core.statement.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where people can write what they like, in what is sent to the ledger and in what is kept on it:
 * every text of every form is tried.
 */
final class FreeTextsTest {
  /** Numbers of nobody: born in 1900, with the check character that belongs to them. */
  private static final List<String> CITIZENS =
      List.of(
          "150602190001010015", "150203190001010028", "150902190001010038", "150105190001010041");

  private static final List<String> PERSONAL =
      List.of(
          CITIZENS.get(0),
          CITIZENS.get(1),
          CITIZENS.get(2),
          CITIZENS.get(3),
          "13800138000",
          "+86 138-0013-8000",
          "联系13800138000",
          "１３８００１３８０００");

  /** Words such as somebody would write into a form. */
  private static final List<String> WORDS = List.of("任意文字", "测试甲", "any words at all");

  @Test
  void onlyNamesAndTitlesOfStatementsAreFree() {
    Set<String> free = new TreeSet<>();
    for (Operation operation : Operation.values()) {
      for (TextField field : fields(operation)) {
        if (field.shape().free()) {
          free.add(operation.label() + "/" + field.name());
        }
      }
    }
    assertEquals(
        new TreeSet<>(
            Set.of(
                "admit-city/city/governorName",
                "admit-city/city/name",
                "admit-city/divisions/name",
                "amend-agreement/terms/title",
                "define-licence-type/attributes/name",
                "define-licence-type/name",
                "propose-agreement/terms/title",
                "publish-service-item/materials/anyOf/predicates/value",
                "publish-service-item/materials/name",
                "publish-service-item/name",
                "register-authority/name",
                "update-authority/name",
                "update-divisions/divisions/name")),
        free);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyTextOfAStatementIsClosedOrScreened(Operation operation) {
    Codec<?> codec = StatementCodecs.of(operation).codec();
    List<TextField> fields = fields(operation);
    assertFalse(fields.isEmpty(), "nothing is tried");
    fields.forEach(field -> assertScreened(codec, field));
  }

  @Test
  void onlyNamesAndTitlesOfEntitiesAreFree() {
    Set<String> free = new TreeSet<>();
    for (EntityKind<?> kind : EntityTable.all()) {
      for (TextField field : fields(kind)) {
        if (field.shape().free()) {
          free.add(kind.singular() + "/" + field.name());
        }
      }
    }
    assertEquals(
        new TreeSet<>(
            Set.of(
                "Agreement/terms/title",
                "Authority/name",
                "City/divisions/name",
                "Genesis/configuration/cities/governorName",
                "Genesis/configuration/cities/name",
                "Genesis/configuration/divisions/name",
                "Genesis/configuration/licenceTypes/attributes/name",
                "Genesis/configuration/licenceTypes/name",
                "LicenceType/definition/attributes/name",
                "LicenceType/definition/name",
                "Membership/cities/name",
                "ServiceItem/definition/materials/anyOf/predicates/value",
                "ServiceItem/definition/materials/name",
                "ServiceItem/definition/name")),
        free);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSampleOfAnEntityIsOne(EntityKind<?> kind) {
    JsonObject value = EntitySamples.value(kind);
    assertEquals(value, encoded(kind.type().codec(), value));
  }

  private static <T> JsonObject encoded(ObjectCodec<T> codec, JsonObject value) {
    return codec.encode(codec.decode(value));
  }

  static Stream<EntityKind<?>> kinds() {
    return EntityTable.all().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyTextOfAnEntityIsClosedOrScreened(EntityKind<?> kind) {
    List<TextField> fields = fields(kind);
    fields.forEach(field -> assertScreened(kind.type().codec(), field));
    assertTrue(fields.stream().anyMatch(field -> field.name().startsWith("history/")));
  }

  @Test
  void everyTextOfAnOlderPartOfAHistoryIsClosed() {
    Shape.Members shape = HistorySegment.CODEC.shape();
    for (TextField field : TextFields.of(shape, SampleJson.of(shape))) {
      assertFalse(field.shape().free(), field.at());
      assertScreened(HistorySegment.CODEC, field);
    }
  }

  private static void assertScreened(Codec<?> codec, TextField field) {
    if (field.shape().free()) {
      for (String personal : PERSONAL) {
        DecodeRefusedException refused = refused(codec, field, personal);
        assertEquals("TEXT_PERSONAL_DATA", refused.evidence().get("code"), field.at());
      }
    } else {
      for (String words : WORDS) {
        DecodeRefusedException refused = refused(codec, field, words);
        assertTrue(
            Set.of("TEXT_REFUSED", "TEXT_TOO_LONG").contains(refused.code().name()),
            () -> field.at() + " " + refused.getMessage());
      }
    }
  }

  /** Refused at that very place, without a word of what stood there. */
  private static DecodeRefusedException refused(Codec<?> codec, TextField field, String text) {
    JsonObject object = field.say().apply(text);
    DecodeRefusedException refused =
        assertThrows(
            DecodeRefusedException.class,
            () -> codec.decode(object, Place.ROOT),
            () -> field.at() + " takes " + text);
    assertEquals(field.at(), refused.evidence().get("at"), refused.getMessage());
    assertFalse(refused.evidence().toString().contains(text), field.at());
    return refused;
  }

  private static List<TextField> fields(Operation operation) {
    return TextFields.of(
        StatementCodecs.of(operation).codec().shape(), StatementSamples.members(operation));
  }

  private static List<TextField> fields(EntityKind<?> kind) {
    return TextFields.of(kind.type().codec().shape(), EntitySamples.value(kind));
  }
}
