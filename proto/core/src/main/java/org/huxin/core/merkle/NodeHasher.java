// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * The two hashes of RFC 9162 section 2.1.1, on arrays: this is the hot path of batches and checks,
 * so one digest and one buffer serve all of them. Mutable and for one thread.
 */
final class NodeHasher {
  static final int LENGTH = DigestAlgorithm.LENGTH;
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest;
  private final byte[] node = new byte[1 + 2 * LENGTH];

  NodeHasher(DigestAlgorithm algorithm) {
    this.digest = algorithm.newMessageDigest();
    node[0] = NODE;
  }

  /** H(0x00 ‖ data). */
  void leaf(Bytes data, byte[] target, int at) {
    digest.update(LEAF);
    data.updateTo(digest);
    finish(target, at);
  }

  /** H(0x01 ‖ left ‖ right). */
  void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] target, int at) {
    System.arraycopy(left, leftAt, node, 1, LENGTH);
    System.arraycopy(right, rightAt, node, 1 + LENGTH, LENGTH);
    digest.update(node, 0, node.length);
    finish(target, at);
  }

  private void finish(byte[] target, int at) {
    try {
      int written = digest.digest(target, at, LENGTH);
      assert written == LENGTH;
    } catch (DigestException e) {
      throw new IllegalStateException("there is room for a digest", e);
    }
  }
}
