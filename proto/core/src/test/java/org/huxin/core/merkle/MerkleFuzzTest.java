// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/** Proofs against the slow tree: the true one holds, any other does not. */
final class MerkleFuzzTest {
  @FuzzTest
  void aBinaryProofIsReadOrRefused(byte[] binary) {
    try {
      assertEquals(Bytes.of(binary), InclusionProof.ofBinary(Bytes.of(binary)).toBinary());
    } catch (MerkleRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void onlyTheTruePathLeadsToTheRoot(FuzzedDataProvider data) {
    int size = data.consumeInt(1, 40);
    int index = data.consumeInt(0, size - 1);
    List<Bytes> leaves = MerkleTreeTest.leaves(size);
    SlowTree slow = new SlowTree(DigestAlgorithm.SHA_256, leaves);
    Bytes path = slow.path(index);
    Bytes tried = data.consumeBoolean() ? path : Bytes.of(data.consumeBytes(path.length()));
    int triedIndex = data.consumeInt(0, size - 1);
    InclusionProof proof;
    try {
      proof = new InclusionProof(DigestAlgorithm.SHA_256, size, triedIndex, tried);
    } catch (MerkleRefusedException refused) {
      return;
    }
    if (tried.equals(path) && triedIndex == index) {
      proof.verify(leaves.get(index), slow.root());
    } else {
      assertThrows(
          MerkleRefusedException.class, () -> proof.verify(leaves.get(index), slow.root()));
    }
  }
}
