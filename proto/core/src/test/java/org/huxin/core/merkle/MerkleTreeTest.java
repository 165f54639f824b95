// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.huxin.core.codec.DecodeRefusal;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MerkleTreeTest {
  private static final int LARGEST = 70;

  @ParameterizedTest
  @EnumSource(DigestAlgorithm.class)
  void everyTreeUpToSeventyLeavesIsThatOfTheDefinition(DigestAlgorithm algorithm) {
    for (int size = 1; size <= LARGEST; size++) {
      List<Bytes> leaves = leaves(size);
      MerkleTree tree = MerkleTree.of(algorithm, leaves);
      SlowTree slow = new SlowTree(algorithm, leaves);

      assertEquals(slow.root(), tree.root(), "size " + size);
      for (int index = 0; index < size; index++) {
        assertEquals(slow.path(index), tree.inclusionProof(index).path());
        tree.inclusionProof(index).verify(leaves.get(index), tree.root());
      }
    }
  }

  @Test
  void everyConsistencyProofUpToSeventyLeavesIsThatOfTheDefinition() {
    for (int newer = 1; newer <= LARGEST; newer++) {
      List<Bytes> leaves = leaves(newer);
      MerkleTree tree = MerkleTree.of(DigestAlgorithm.SHA_256, leaves);
      SlowTree slow = new SlowTree(DigestAlgorithm.SHA_256, leaves);
      for (int older = 1; older <= newer; older++) {
        ConsistencyProof proof = tree.consistencyProof(older);
        assertEquals(slow.consistency(older), proof.path(), older + " of " + newer);
        Digest olderRoot = MerkleTree.of(DigestAlgorithm.SHA_256, leaves.subList(0, older)).root();
        proof.verify(olderRoot, tree.root());
      }
    }
  }

  @Test
  void allProofsComeInOrder() {
    MerkleTree tree = MerkleTree.of(DigestAlgorithm.SHA_256, leaves(33));
    List<InclusionProof> proofs = new ArrayList<>();
    tree.forEachInclusionProof(proofs::add);

    assertEquals(IntStream.range(0, 33).mapToObj(tree::inclusionProof).toList(), proofs);
    assertEquals(33, tree.size());
  }

  @Test
  void theBinaryFormIsWithinItsBound() {
    for (int size = 1; size <= LARGEST; size++) {
      int levels = size == 1 ? 0 : 32 - Integer.numberOfLeadingZeros(size - 1);
      int index = size - 1;
      MerkleTree tree = MerkleTree.of(DigestAlgorithm.SM3, leaves(size));
      assertTrue(tree.inclusionProof(index).toBinary().length() <= 32 * levels + 32);
      assertTrue(tree.inclusionProof(0).toBinary().length() <= 32 * levels + 32);
      InclusionProof last = tree.inclusionProof(index);
      assertEquals(last, InclusionProof.ofBinary(last.toBinary()));
    }
  }

  @ParameterizedTest
  @EnumSource(DigestAlgorithm.class)
  void bothFormsOfAProofReadBack(DigestAlgorithm algorithm) {
    MerkleTree tree = MerkleTree.of(algorithm, leaves(21));
    for (int index = 0; index < tree.size(); index++) {
      InclusionProof proof = tree.inclusionProof(index);
      assertEquals(proof, InclusionProof.ofBinary(proof.toBinary()));
      assertEquals(
          proof,
          InclusionProof.CODEC.fromBytes(
              InclusionProof.CODEC.toBytes(proof), JsonLimits.STATEMENT));
    }
  }

  @Test
  void theProofOnThePageIsTheOneThatTheTreeGives() {
    MerkleTree tree = MerkleTree.of(DigestAlgorithm.SHA_256, leaves(7));
    InclusionProof proof = tree.inclusionProof(4);

    assertEquals(VectorFiles.example("merkle", "root"), tree.root().toString());
    assertEquals(
        VectorFiles.example("merkle", "proof-json"),
        CanonicalJson.text(InclusionProof.CODEC.encode(proof)));
    assertEquals(VectorFiles.example("merkle", "proof-binary"), proof.toBinary().base64Url());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01",
        "0102",
        "0202000000000000000100000000000000",
        "010300000000000000010000000000000000",
        "010000000000000000010000000000000000",
        "02020000000000000001000000000000000 0"
      })
  void whatIsNotTheBinaryFormIsRefused(String hex) {
    Bytes binary = Bytes.fromHex(hex.replace(" ", ""));

    MerkleRefusedException refused =
        assertThrows(MerkleRefusedException.class, () -> InclusionProof.ofBinary(binary));
    assertEquals(MerkleRefusal.PROOF_MALFORMED, refused.code());
  }

  @Test
  void aProofWithAByteTooManyIsRefused() {
    Bytes binary = MerkleTree.of(DigestAlgorithm.SM3, leaves(4)).inclusionProof(1).toBinary();

    assertThrows(
        MerkleRefusedException.class,
        () -> InclusionProof.ofBinary(Bytes.concat(binary, Bytes.fromHex("00"))));
  }

  @Test
  void anAlgorithmThatTheProtocolDoesNotHaveIsRefusedInJson() {
    String json =
        CanonicalJson.text(
                InclusionProof.CODEC.encode(
                    MerkleTree.of(DigestAlgorithm.SHA_256, leaves(1)).inclusionProof(0)))
            .replace("sha256", "sha512");

    assertThrows(
        DecodeRefusedException.class,
        () -> InclusionProof.CODEC.fromBytes(Bytes.utf8(json), JsonLimits.STATEMENT));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"index\":1', '\"index\":2', INDEX_OUT_OF_RANGE",
    "'\"size\":2', '\"size\":3', PATH_LENGTH"
  })
  void membersThatMakeNoProofAreRefusedInJsonAsAnyOtherForm(
      String part, String replacement, String code) {
    String json =
        CanonicalJson.text(
                InclusionProof.CODEC.encode(
                    MerkleTree.of(DigestAlgorithm.SHA_256, leaves(2)).inclusionProof(1)))
            .replace(part, replacement);

    DecodeRefusedException refused =
        assertThrows(
            DecodeRefusedException.class,
            () -> InclusionProof.CODEC.fromBytes(Bytes.utf8(json), JsonLimits.STATEMENT));
    assertEquals(DecodeRefusal.INCONSISTENT, refused.code());
    assertEquals(code, refused.evidence().get("code"));
  }

  @Test
  void aTreeHasAtLeastOneLeafAndNoMoreThanTheLimit() {
    assertEquals(
        MerkleRefusal.TREE_SIZE,
        assertThrows(
                MerkleRefusedException.class, () -> MerkleTree.of(DigestAlgorithm.SM3, List.of()))
            .code());
    Iterator<Bytes> endless = java.util.stream.Stream.generate(Bytes::empty).iterator();
    assertEquals(
        MerkleRefusal.TREE_SIZE,
        assertThrows(
                MerkleRefusedException.class,
                () -> MerkleTree.of(DigestAlgorithm.SM3, MerkleTree.MAX_LEAVES + 1, endless))
            .code());
  }

  @Test
  void fewerLeavesThanSaidAreAnError() {
    assertThrows(
        NoSuchElementException.class,
        () -> MerkleTree.of(DigestAlgorithm.SM3, 3, leaves(2).iterator()));
  }

  @Test
  void aPositionOutsideTheTreeIsAnError() {
    MerkleTree tree = MerkleTree.of(DigestAlgorithm.SM3, leaves(3));

    assertThrows(IndexOutOfBoundsException.class, () -> tree.inclusionProof(3));
    assertThrows(IndexOutOfBoundsException.class, () -> tree.inclusionProof(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> tree.consistencyProof(0));
    assertThrows(IndexOutOfBoundsException.class, () -> tree.consistencyProof(4));
  }

  @Test
  void aLargeTreeProvesItsLeaves() {
    int size = 5000;
    List<Bytes> leaves = leaves(size);
    MerkleTree tree = MerkleTree.of(DigestAlgorithm.SHA_256, size, leaves.iterator());

    tree.forEachInclusionProof(proof -> proof.verify(leaves.get((int) proof.index()), tree.root()));
  }

  @Test
  void aTreeOverHashesIsTheTreeOverTheirLeaves() {
    for (int size = 1; size <= LARGEST; size++) {
      List<Bytes> leaves = leaves(size);
      List<Digest> hashes =
          leaves.stream().map(leaf -> MerkleTree.leafHash(DigestAlgorithm.SM3, leaf)).toList();
      assertEquals(
          MerkleTree.of(DigestAlgorithm.SM3, leaves).root(),
          MerkleTree.ofLeafHashes(DigestAlgorithm.SM3, hashes).root());
    }
    assertEquals(
        MerkleRefusal.TREE_SIZE,
        assertThrows(
                MerkleRefusedException.class,
                () -> MerkleTree.ofLeafHashes(DigestAlgorithm.SM3, List.of()))
            .code());
    List<Digest> foreign = List.of(MerkleTree.leafHash(DigestAlgorithm.SHA_256, Bytes.empty()));
    assertEquals(
        MerkleRefusal.ALGORITHM_MISMATCH,
        assertThrows(
                MerkleRefusedException.class,
                () -> MerkleTree.ofLeafHashes(DigestAlgorithm.SM3, foreign))
            .code());
  }

  @Test
  void theLargestTreeIsBuilt() {
    Iterator<Bytes> endless = java.util.stream.Stream.generate(Bytes::empty).iterator();
    MerkleTree tree = MerkleTree.of(DigestAlgorithm.SHA_256, MerkleTree.MAX_LEAVES, endless);

    tree.inclusionProof(MerkleTree.MAX_LEAVES - 1).verify(Bytes.empty(), tree.root());
  }

  @Test
  void theLargestLogHasProofsAndALargerOneHasNone() {
    long largest = 1L << 40;
    Bytes path = Bytes.of(new byte[40 * 32]);

    assertEquals(largest, new InclusionProof(DigestAlgorithm.SM3, largest, 0, path).treeSize());
    MerkleRefusedException refused =
        assertThrows(
            MerkleRefusedException.class,
            () -> new ConsistencyProof(DigestAlgorithm.SM3, 1, largest + 1, path));
    assertEquals(MerkleRefusal.TREE_SIZE, refused.code());
  }

  @Test
  void theNumbersOfNodesAreEvidence() {
    Bytes two = Bytes.of(new byte[64]);
    for (Runnable each :
        List.<Runnable>of(
            () -> new InclusionProof(DigestAlgorithm.SM3, 2, 0, two).path(),
            () -> new ConsistencyProof(DigestAlgorithm.SM3, 1, 2, two).path())) {
      MerkleRefusedException refused = assertThrows(MerkleRefusedException.class, each::run);
      assertEquals("1", refused.evidence().get("expected"));
      assertEquals("2", refused.evidence().get("found"));
    }
  }

  static List<Bytes> leaves(int size) {
    return IntStream.range(0, size).mapToObj(i -> Bytes.utf8("leaf " + i)).toList();
  }
}
