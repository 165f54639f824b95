// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.bytes.Bytes;

/** Proofs from strangers: read or refused, and only true ones hold. */
final class MapFuzzTest {
  @FuzzTest
  void aProofIsReadOrRefused(byte[] json) {
    try {
      MapProof proof = MapProof.CODEC.fromBytes(Bytes.of(json), JsonLimits.STATEMENT);
      assertEquals(Bytes.of(json), MapProof.CODEC.toBytes(proof));
    } catch (JsonRefusedException | DecodeRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aReferenceIsReadOrRefused(byte[] reference) {
    try {
      assertEquals(
          Bytes.of(reference),
          StateMap.of(key -> Optional.empty(), Bytes.of(reference)).reference());
    } catch (MapRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void noProofShowsBothPresenceAndAbsence(FuzzedDataProvider data) {
    int keys = data.consumeInt(1, 12);
    Map<String, Optional<Bytes>> writes = new HashMap<>();
    for (int i = 0; i < keys; i++) {
      writes.put("key " + i, Optional.of(Bytes.utf8("value " + i)));
    }
    StateMap map = StateMap.empty(key -> Optional.empty()).update(1, writes).map();
    int index = data.consumeInt(0, keys - 1);
    String key = "key " + index;
    Bytes path = Bytes.of(data.consumeBytes(96));
    MapProof truth = map.prove(key);
    Bytes tried = data.consumeBoolean() ? truth.path() : path;
    if (tried.length() % 32 == 0) {
      MapProof proof =
          new MapProof(tried, data.consumeBoolean() ? truth.neighbour() : Optional.empty());
      assertThrows(MapRefusedException.class, () -> proof.verifyAbsent(key, map.root()));
    }
  }
}
