// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MapVectorsTest {
  static List<VectorFiles.Case> cases() {
    return VectorFiles.of("state-map");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseEndsAsItsFileSays(VectorFiles.Case each) {
    if (each.isGood()) {
      assertDoesNotThrow(() -> verify(each));
      return;
    }
    MapRefusedException refused = assertThrows(MapRefusedException.class, () -> verify(each));
    assertEquals(MapRefusal.valueOf(each.text("expect")), refused.code());
  }

  @Test
  void everyRefusalOfAProofHasACase() {
    // What is kept has tests of its own.
    Set<MapRefusal> seen = EnumSet.of(MapRefusal.MAP_NODE_MISSING, MapRefusal.MAP_NODE_MALFORMED);
    for (VectorFiles.Case each : cases()) {
      if (!each.isGood()) {
        seen.add(MapRefusal.valueOf(each.text("expect")));
      }
    }
    assertEquals(EnumSet.allOf(MapRefusal.class), seen);
  }

  private static void verify(VectorFiles.Case each) {
    Bytes path =
        Bytes.concat(
            each.members().getJsonArray("path").getValuesAs(JsonString.class).stream()
                .map(node -> Bytes.fromHex(node.getString()))
                .toArray(Bytes[]::new));
    Optional<MapProof.Neighbour> neighbour =
        Optional.ofNullable(each.members().getJsonObject("neighbour"))
            .map(MapVectorsTest::neighbour);
    MapProof proof = new MapProof(path, neighbour);
    Digest root = new Digest(DigestAlgorithm.SHA_256, Bytes.fromHex(each.text("root")));
    if (each.text("kind").equals("present")) {
      proof.verifyPresent(each.text("key"), Bytes.utf8(each.text("value")), root);
    } else {
      proof.verifyAbsent(each.text("key"), root);
    }
  }

  private static MapProof.Neighbour neighbour(JsonObject json) {
    return new MapProof.Neighbour(
        Bytes.fromHex(json.getString("key")), Bytes.fromHex(json.getString("value")));
  }
}
