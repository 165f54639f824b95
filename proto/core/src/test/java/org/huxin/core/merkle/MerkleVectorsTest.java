// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonString;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MerkleVectorsTest {
  private static final Set<MerkleRefusal> EITHER_ROOT =
      EnumSet.of(MerkleRefusal.ROOT_MISMATCH, MerkleRefusal.OLDER_ROOT_MISMATCH);

  static List<VectorFiles.Case> cases() {
    return VectorFiles.of("merkle");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseEndsAsItsFileSays(VectorFiles.Case each) {
    if (each.isGood()) {
      assertDoesNotThrow(() -> verify(each));
      return;
    }
    MerkleRefusedException refused = assertThrows(MerkleRefusedException.class, () -> verify(each));
    String expected = each.text("expect");
    Set<MerkleRefusal> allowed =
        expected.equals("ANY_ROOT_MISMATCH")
            ? EITHER_ROOT
            : EnumSet.of(MerkleRefusal.valueOf(expected));
    assertEquals(true, allowed.contains(refused.code()), refused.toString());
  }

  @Test
  void everyRefusalHasACase() {
    // A file names one algorithm, and the binary form and tiles have tests of their own.
    Set<MerkleRefusal> seen =
        EnumSet.of(
            MerkleRefusal.ALGORITHM_MISMATCH,
            MerkleRefusal.PROOF_MALFORMED,
            MerkleRefusal.TILE_MISSING,
            MerkleRefusal.TILE_PATH);
    for (VectorFiles.Case each : cases()) {
      String expected = each.text("expect");
      if (!each.isGood() && !expected.equals("ANY_ROOT_MISMATCH")) {
        seen.add(MerkleRefusal.valueOf(expected));
      }
    }
    assertEquals(EnumSet.allOf(MerkleRefusal.class), seen);
  }

  @Test
  void aRootOfAnotherAlgorithmIsRefused() {
    MerkleTree tree = MerkleTree.of(DigestAlgorithm.SHA_256, MerkleTreeTest.leaves(4));
    Digest other = new Digest(DigestAlgorithm.SM3, tree.root().value());
    InclusionProof inclusion = tree.inclusionProof(0);
    ConsistencyProof consistency = tree.consistencyProof(2);

    for (Runnable each :
        List.<Runnable>of(
            () -> inclusion.verify(Bytes.utf8("leaf 0"), other),
            () -> consistency.verify(other, tree.root()),
            () -> consistency.verify(tree.root(), other))) {
      assertEquals(
          MerkleRefusal.ALGORITHM_MISMATCH,
          assertThrows(MerkleRefusedException.class, each::run).code());
    }
  }

  private static void verify(VectorFiles.Case each) {
    DigestAlgorithm algorithm = DigestAlgorithm.ofLabel(each.text("algorithm")).orElseThrow();
    Bytes path =
        Bytes.concat(
            each.members().getJsonArray("path").getValuesAs(JsonString.class).stream()
                .map(node -> Bytes.fromHex(node.getString()))
                .toArray(Bytes[]::new));
    if (each.text("kind").equals("inclusion")) {
      new InclusionProof(algorithm, number(each, "size"), number(each, "index"), path)
          .verify(Bytes.fromHex(each.text("leaf")), root(algorithm, each, "root"));
    } else {
      new ConsistencyProof(algorithm, number(each, "older"), number(each, "newer"), path)
          .verify(root(algorithm, each, "olderRoot"), root(algorithm, each, "newerRoot"));
    }
  }

  private static long number(VectorFiles.Case each, String member) {
    return each.members().getJsonNumber(member).longValueExact();
  }

  private static Digest root(DigestAlgorithm algorithm, VectorFiles.Case each, String member) {
    return new Digest(algorithm, Bytes.fromHex(each.text(member)));
  }
}
