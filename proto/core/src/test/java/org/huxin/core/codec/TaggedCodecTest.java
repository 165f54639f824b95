// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonReader;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TaggedCodecTest {
  sealed interface Animal permits Cat, Dog {}

  record Cat(long lives) implements Animal {
    private static final Field<Cat, Long> LIVES =
        Field.required("lives", Codecs.integer(1, 9), Cat::lives);
    static final ObjectCodec<Cat> CODEC =
        ObjectCodec.of(members -> new Cat(members.get(LIVES)), LIVES);
  }

  record Dog() implements Animal {
    static final ObjectCodec<Dog> CODEC = ObjectCodec.of(members -> new Dog());
  }

  private static final TaggedCodec<Animal> CODEC =
      TaggedCodec.<Animal>by("kind")
          .with("cat", Cat.class, Cat.CODEC)
          .with("dog", Dog.class, Dog.CODEC)
          .build();

  @Test
  void eachCaseReadsBack() {
    for (Animal animal : List.of(new Cat(7), new Dog())) {
      assertEquals(animal, CODEC.decode(CODEC.encode(animal)));
    }
    assertEquals("{\"kind\":\"cat\",\"lives\":7}", CanonicalJson.text(CODEC.encode(new Cat(7))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"kind\":1}",
        "{\"kind\":\"cow\"}",
        "{\"kind\":\"dog\",\"lives\":1}",
        "{\"kind\":\"cat\"}"
      })
  void anythingElseIsRefused(String json) {
    assertThrows(
        DecodeRefusedException.class,
        () -> CODEC.decode(JsonReader.read(Bytes.utf8(json), JsonLimits.STATEMENT)));
  }

  @Test
  void aValueNamesOneCase() {
    TaggedCodec.Builder<Animal> builder =
        TaggedCodec.<Animal>by("kind").with("dog", Dog.class, Dog.CODEC);

    assertThrows(IllegalArgumentException.class, () -> builder.with("dog", Dog.class, Dog.CODEC));
  }

  @Test
  void theShapeTellsTheCases() {
    assertEquals(
        List.of("cat", "dog"), CODEC.shape().cases().stream().map(Shape.Case::value).toList());
    assertEquals("kind", CODEC.shape().tag());
  }
}
