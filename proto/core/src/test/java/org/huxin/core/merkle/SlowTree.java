// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.merkle;

import java.util.ArrayList;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/** The recursive definitions of RFC 9162 section 2.1, word for word and as slow as they are. */
record SlowTree(DigestAlgorithm algorithm, List<Bytes> leaves) {
  Digest root() {
    return new Digest(algorithm, hash(leaves));
  }

  private Bytes hash(List<Bytes> part) {
    if (part.size() == 1) {
      return algorithm.digest(Bytes.concat(Bytes.of((byte) 0), part.get(0))).value();
    }
    int k = split(part.size());
    return algorithm
        .digest(
            Bytes.concat(
                Bytes.of((byte) 1), hash(part.subList(0, k)), hash(part.subList(k, part.size()))))
        .value();
  }

  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }

  Bytes path(int index) {
    return Bytes.concat(path(index, leaves).toArray(Bytes[]::new));
  }

  private List<Bytes> path(int index, List<Bytes> part) {
    List<Bytes> path = new ArrayList<>();
    if (part.size() > 1) {
      int k = split(part.size());
      List<Bytes> left = part.subList(0, k);
      List<Bytes> right = part.subList(k, part.size());
      path.addAll(index < k ? path(index, left) : path(index - k, right));
      path.add(hash(index < k ? right : left));
    }
    return path;
  }

  Bytes consistency(int older) {
    return Bytes.concat(sub(older, leaves, true).toArray(Bytes[]::new));
  }

  private List<Bytes> sub(int older, List<Bytes> part, boolean whole) {
    if (older == part.size()) {
      return whole ? List.of() : List.of(hash(part));
    }
    int k = split(part.size());
    List<Bytes> left = part.subList(0, k);
    List<Bytes> right = part.subList(k, part.size());
    List<Bytes> path =
        new ArrayList<>(older <= k ? sub(older, left, whole) : sub(older - k, right, false));
    path.add(hash(older <= k ? right : left));
    return path;
  }
}
