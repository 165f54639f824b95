// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/** The page's definition, word for word: slow, and without anything kept. */
final class NaiveMap {
  private static final Bytes EMPTY = Bytes.of(new byte[32]);

  private final TreeMap<Bytes, Bytes> hashes = new TreeMap<>();

  void apply(Map<String, Optional<Bytes>> writes) {
    writes.forEach(
        (key, value) -> {
          if (value.isPresent()) {
            hashes.put(hash(Bytes.utf8(key)), hash(value.get()));
          } else {
            hashes.remove(hash(Bytes.utf8(key)));
          }
        });
  }

  Digest root() {
    return new Digest(DigestAlgorithm.SHA_256, subtree(List.copyOf(hashes.keySet()), 0));
  }

  private Bytes subtree(List<Bytes> keys, int depth) {
    if (keys.isEmpty()) {
      return EMPTY;
    }
    if (keys.size() == 1) {
      Bytes key = keys.get(0);
      Bytes value = hashes.getOrDefault(key, EMPTY);
      return hash(Bytes.concat(Bytes.of((byte) 0), key, value));
    }
    List<Bytes> left = keys.stream().filter(key -> !bit(key, depth)).toList();
    List<Bytes> right = keys.stream().filter(key -> bit(key, depth)).toList();
    return hash(
        Bytes.concat(Bytes.of((byte) 1), subtree(left, depth + 1), subtree(right, depth + 1)));
  }

  private static boolean bit(Bytes key, int index) {
    return (key.at(index / 8) & (0x80 >> index % 8)) != 0;
  }

  private static Bytes hash(Bytes data) {
    return DigestAlgorithm.SHA_256.digest(data).value();
  }
}
