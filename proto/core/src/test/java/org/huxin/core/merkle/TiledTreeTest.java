// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree in tiles against the tree in memory. */
final class TiledTreeTest {
  private final Map<String, Bytes> kept = new HashMap<>();

  private TiledTree grow(TiledTree tree, List<Bytes> leaves) {
    TiledTree.Growth growth = tree.append(leaves);
    growth.tiles().forEach((path, bytes) -> kept.put(place(path.level(), path.index()), bytes));
    return new TiledTree(
        (level, index) -> Optional.ofNullable(kept.get(place(level, index))), growth.tree().size());
  }

  private TiledTree empty() {
    return new TiledTree((level, index) -> Optional.ofNullable(kept.get(place(level, index))), 0);
  }

  private static String place(int level, long index) {
    return level + "/" + index;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 256, 257, 511, 700})
  void rootAndEveryProofAreThoseOfTheTreeInMemory(int size) {
    List<Bytes> leaves = MerkleTreeTest.leaves(size);
    MerkleTree expected = MerkleTree.of(DigestAlgorithm.SHA_256, leaves);

    TiledTree tree = grow(empty(), leaves);

    assertEquals(expected.root(), tree.root());
    for (int i = 0; i < size; i++) {
      assertEquals(expected.inclusionProof(i), tree.inclusionProof(i));
      assertEquals(expected.consistencyProof(i + 1), tree.consistencyProof(i + 1));
    }
  }

  @Test
  void itMattersNotInHowManyStepsItGrew() {
    Random random = new Random(7);
    List<Bytes> all = MerkleTreeTest.leaves(3000);
    TiledTree tree = empty();
    int at = 0;
    while (at < all.size()) {
      int next = Math.min(all.size(), at + random.nextInt(300));
      tree = grow(tree, all.subList(at, next));
      at = next;
    }
    assertEquals(MerkleTree.of(DigestAlgorithm.SHA_256, all).root(), tree.root());
  }

  @Test
  void theGrownTreeIsReadBeforeItsTilesAreKept() {
    TiledTree older = grow(empty(), MerkleTreeTest.leaves(300));

    TiledTree newer = older.append(List.of(Bytes.utf8("more"))).tree();

    newer.consistencyProof(300).verify(older.root(), newer.root());
    assertEquals(301, newer.size());
  }

  @Test
  void thePagesTreeHasThePagesTiles() {
    List<Bytes> leaves = new ArrayList<>();
    for (int i = 0; i < 70_000; i++) {
      leaves.add(Bytes.utf8("leaf " + i));
    }
    TiledTree.Growth growth = empty().append(leaves);

    assertEquals(VectorFiles.example("log", "root"), growth.tree().root().toString());
    List<String> expected = VectorFiles.example("log", "tiles").lines().toList();
    for (String line : expected) {
      String[] parts = line.split(" ", 2);
      Bytes tile = growth.tiles().getOrDefault(TilePath.parse(parts[0]), Bytes.empty());
      assertEquals(parts[1], DigestAlgorithm.SHA_256.digest(tile).toString());
    }
    assertEquals(273 + 1 + 1 + 1 + 1, growth.tiles().size());
  }

  @Test
  void aTileThatIsMissingOrTooShortIsNamed() {
    TiledTree tree = grow(empty(), MerkleTreeTest.leaves(300));
    kept.computeIfPresent(place(0, 1), (place, tile) -> tile.slice(0, 32));

    MerkleRefusedException refused = assertThrows(MerkleRefusedException.class, tree::root);

    assertEquals(MerkleRefusal.TILE_MISSING, refused.code());
    assertTrue(refused.evidence().getOrDefault("tile", "").startsWith("tile/0/001"));
    assertThrows(MerkleRefusedException.class, () -> tree.append(MerkleTreeTest.leaves(1)));
  }

  @Test
  void theTreeOfNoLeafHasNoRoot() {
    TiledTree none = empty();

    assertEquals(
        MerkleRefusal.TREE_SIZE, assertThrows(MerkleRefusedException.class, none::root).code());
    assertEquals(0, none.append(List.of()).tree().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tile/0/000", "tile/5/x001/x234/067", "tile/1/999.p/1", "tile/0/x001/000.p/255"})
  void aPathIsReadAndWrittenAsItStands(String text) {
    assertEquals(text, TilePath.parse(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile/6/000",
        "tile/0/00",
        "tile/0/x000/001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000/001",
        "tile/entries/000",
        "tile/0/000 ",
        "tile/0/x001/x001/x001/x001/x001/x001/x001/x001/001"
      })
  void whatIsNoPathIsRefused(String text) {
    assertEquals(
        MerkleRefusal.TILE_PATH,
        assertThrows(MerkleRefusedException.class, () -> TilePath.parse(text)).code());
  }
}
