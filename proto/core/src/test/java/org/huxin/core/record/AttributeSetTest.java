// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AttributeSetTest {
  private static final Bytes SEED = Bytes.utf8("seed");

  @ParameterizedTest
  @EnumSource(DigestAlgorithm.class)
  void everySubsetHasTheSameRoot(DigestAlgorithm algorithm) {
    AttributeSet all = set("A", "B", "C", "D");
    for (int mask = 0; mask < 16; mask++) {
      List<FieldName> names = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        if ((mask & (1 << i)) != 0) {
          names.add(new FieldName(String.valueOf((char) ('A' + i))));
        }
      }
      AttributeSet subset = all.redacted(algorithm, Set.copyOf(names));
      assertEquals(all.root(algorithm), subset.root(algorithm));
      assertEquals(names, subset.shown().stream().map(Attribute::name).toList());
      assertEquals(subset, AttributeSet.CODEC.decode(AttributeSet.CODEC.encode(subset)));
    }
  }

  @Test
  void anotherSeedGivesOtherSalts() {
    FieldName name = new FieldName("A");

    assertNotEquals(
        Attribute.salted(SEED, name, "x").salt(),
        Attribute.salted(Bytes.utf8("sead"), name, "x").salt());
    assertNotEquals(
        Attribute.salted(SEED, name, "x").salt(),
        Attribute.salted(SEED, new FieldName("B"), "x").salt());
  }

  @Test
  void aSetHasAtLeastOneAttributeAndEachNameOnce() {
    assertThrows(IllegalArgumentException.class, () -> AttributeSet.of(List.of()));
    assertThrows(IllegalArgumentException.class, () -> set("A", "A"));
    List<Attribute> many = new ArrayList<>();
    for (int i = 0; i <= AttributeSet.MAX_SLOTS; i++) {
      many.add(Attribute.salted(SEED, new FieldName("A" + i), ""));
    }
    assertThrows(IllegalArgumentException.class, () -> AttributeSet.of(many));
  }

  @Test
  void shownAttributesOutOfOrderAreRefused() {
    List<AttributeSlot> slots = new ArrayList<>(set("A", "B").slots());
    java.util.Collections.reverse(slots);

    assertThrows(IllegalArgumentException.class, () -> new AttributeSet(slots));
  }

  @Test
  void anAttributeOfAnotherFormCannotBeBuilt() {
    FieldName name = new FieldName("A");

    assertThrows(
        IllegalArgumentException.class, () -> new Attribute(Bytes.utf8("short"), name, "x"));
    assertThrows(IllegalArgumentException.class, () -> Attribute.salted(SEED, name, "e\u0301"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Attribute.salted(SEED, name, "x".repeat(Attribute.MAX_VALUE + 1)));
    assertEquals("", Attribute.salted(SEED, name, "").value());
  }

  @Test
  void aSlotIsShownOrHiddenAndNothingElse() {
    var hidden = set("A", "B").redacted(DigestAlgorithm.SM3, Set.of());
    var json =
        org.huxin.core.json.CanonicalJson.text(AttributeSet.CODEC.encode(hidden))
            .replace("hidden", "gone");

    assertThrows(
        DecodeRefusedException.class,
        () ->
            AttributeSet.CODEC.fromBytes(
                Bytes.utf8(json), org.huxin.core.json.JsonLimits.STATEMENT));
  }

  private static AttributeSet set(String... names) {
    List<Attribute> attributes = new ArrayList<>();
    for (String name : names) {
      attributes.add(Attribute.salted(SEED, new FieldName(name), "value of " + name));
    }
    return AttributeSet.of(attributes);
  }
}
