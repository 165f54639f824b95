// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.huxin.core.json.CanonicalJson;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map against its definition. */
final class StateMapTest {
  private static final Bytes VALUE = Bytes.utf8("value");

  private final KeptNodes nodes = new KeptNodes();

  private static Map<String, Optional<Bytes>> write(String... pairs) {
    Map<String, Optional<Bytes>> writes = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      writes.put(pairs[i], Optional.of(Bytes.utf8(pairs[i + 1])));
    }
    return writes;
  }

  private static Map<String, Optional<Bytes>> random(Random random, int keys) {
    Map<String, Optional<Bytes>> writes = new HashMap<>();
    int count = random.nextInt(20);
    for (int i = 0; i < count; i++) {
      boolean removes = random.nextInt(3) == 0;
      writes.put(
          "key " + random.nextInt(keys),
          removes ? Optional.empty() : Optional.of(Bytes.utf8("value " + random.nextInt(5))));
    }
    return writes;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 20, 200})
  void afterEveryUpdateRootAndProofsAreThoseOfTheDefinition(int keys) {
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      NaiveMap expected = new NaiveMap();
      TreeMap<String, Bytes> values = new TreeMap<>();
      KeptNodes kept = new KeptNodes();
      StateMap map = StateMap.empty(kept);
      for (int version = 1; version <= 20; version++) {
        Map<String, Optional<Bytes>> writes = random(random, keys);
        expected.apply(writes);
        writes.forEach(
            (key, value) ->
                value.ifPresentOrElse(each -> values.put(key, each), () -> values.remove(key)));
        map = kept.keep(map.update(version, writes));
        assertEquals(expected.root(), map.root());
        kept.dropOlder();
        for (int i = 0; i < keys + 3; i++) {
          requireProof(map, "key " + i, Optional.ofNullable(values.get("key " + i)));
        }
      }
    }
  }

  private static void requireProof(StateMap map, String key, Optional<Bytes> value) {
    MapProof proof = map.prove(key);
    if (value.isPresent()) {
      proof.verifyPresent(key, value.get(), map.root());
      assertThrows(MapRefusedException.class, () -> proof.verifyAbsent(key, map.root()));
    } else {
      proof.verifyAbsent(key, map.root());
      assertThrows(MapRefusedException.class, () -> proof.verifyPresent(key, VALUE, map.root()));
    }
  }

  @Test
  void olderRootsAreProvedUntilTheirNodesAreDropped() {
    StateMap older =
        nodes.keep(StateMap.empty(nodes).update(1, write("a", "1", "b", "2", "c", "3", "d", "4")));
    StateMap newer = nodes.keep(older.update(2, write("a", "5")));

    older.prove("a").verifyPresent("a", Bytes.utf8("1"), older.root());
    newer.prove("a").verifyPresent("a", Bytes.utf8("5"), newer.root());
    nodes.dropOlder();

    newer.prove("b").verifyPresent("b", Bytes.utf8("2"), newer.root());
    assertEquals(
        MapRefusal.MAP_NODE_MISSING,
        assertThrows(MapRefusedException.class, () -> older.prove("a")).code());
  }

  @Test
  void whatIsNotNeededIsDropped() {
    StateMap map = StateMap.empty(nodes);
    for (int version = 1; version <= 50; version++) {
      map = nodes.keep(map.update(version, write("a", "1", "b", "2", "c" + version, "3")));
      nodes.dropOlder();
    }
    Map<String, Optional<Bytes>> all = new HashMap<>();
    all.put("a", Optional.empty());
    all.put("b", Optional.empty());
    for (int version = 1; version <= 50; version++) {
      all.put("c" + version, Optional.empty());
    }
    map = nodes.keep(map.update(51, all));
    nodes.dropOlder();

    assertEquals(StateMap.empty(nodes).root(), map.root());
    assertEquals(0, nodes.size());
  }

  @Test
  void itMattersNotInWhichUpdatesAMapCameToBe() {
    StateMap one = nodes.keep(StateMap.empty(nodes).update(1, write("a", "1", "b", "2")));
    StateMap two =
        nodes.keep(
            nodes
                .keep(StateMap.empty(nodes).update(2, write("b", "2")))
                .update(3, write("a", "1")));

    assertEquals(one.root(), two.root());
    assertNotEquals(one.root(), one.update(4, write("a", "2")).map().root());
  }

  @Test
  void anUpdateOfNothingChangesNothing() {
    StateMap map = nodes.keep(StateMap.empty(nodes).update(1, write("a", "1")));

    assertEquals(map.root(), map.update(2, Map.of()).map().root());
  }

  @Test
  void theUpdatedMapIsReadBeforeItsNodesAreKept() {
    StateMap.Update update = StateMap.empty(nodes).update(1, write("a", "1", "b", "2", "c", "3"));

    requireProof(update.map(), "b", Optional.of(Bytes.utf8("2")));
    assertEquals(0, nodes.size());
  }

  @Test
  void whatIsKeptInAnotherFormIsRefused() {
    StateMap map = nodes.keep(StateMap.empty(nodes).update(1, write("a", "1", "b", "2", "c", "3")));
    Bytes reference = map.reference();
    MapNodes longer = key -> nodes.node(key).map(node -> Bytes.concat(node, Bytes.of((byte) 0)));
    MapNodes shorter = key -> nodes.node(key).map(node -> node.slice(0, node.length() - 1));
    MapNodes tagged = key -> nodes.node(key).map(node -> Bytes.of((byte) 3));

    for (org.junit.jupiter.api.function.Executable each :
        java.util.List.<org.junit.jupiter.api.function.Executable>of(
            () -> StateMap.of(longer, reference).prove("a"),
            () -> StateMap.of(shorter, reference).prove("a"),
            () -> StateMap.of(tagged, reference).prove("a"),
            () -> StateMap.of(nodes, Bytes.empty()),
            () -> StateMap.of(nodes, Bytes.concat(reference, Bytes.of((byte) 0))),
            () -> StateMap.of(nodes, reference.slice(0, reference.length() - 1)))) {
      assertEquals(
          MapRefusal.MAP_NODE_MALFORMED, assertThrows(MapRefusedException.class, each).code());
    }
  }

  @Test
  void thePagesExampleIsWrittenAndReadAsItStands() {
    StateMap map =
        StateMap.empty(nodes)
            .update(1, write("key 1", "value 1", "key 2", "value 2", "key 3", "value 3"))
            .map();

    assertEquals(Digest.parse(VectorFiles.example("state-map", "root")), map.root());
    assertEquals(
        VectorFiles.example("state-map", "present"),
        CanonicalJson.text(MapProof.CODEC.encode(map.prove("key 2"))));
    assertEquals(
        VectorFiles.example("state-map", "absent"),
        CanonicalJson.text(MapProof.CODEC.encode(map.prove("key 4"))));
  }
}
