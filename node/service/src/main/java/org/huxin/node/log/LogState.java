// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.log;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.log.DerivedState;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.node.replica.ReplicaRefusal;
import org.huxin.node.replica.ReplicaRefusedException;

/**
 * The log after a block, as it is kept: the derived state and where the map's root is found.
 *
 * @param size the number of entries; may be 0
 * @param block the block
 * @param map the state map's reference
 * @param derived empty while the log has no entry
 */
record LogState(long size, long block, Bytes map, Optional<DerivedState> derived) {
  private static final int HEAD = 2 * Long.BYTES;
  private static final int DIGESTS = 4;

  Bytes encode() {
    Bytes head = Bytes.of(ByteBuffer.allocate(HEAD).putLong(size).putLong(block).flip());
    Bytes digests =
        derived
            .map(
                state ->
                    Bytes.concat(
                        state.root().value(),
                        state.headerHash().value(),
                        state.commitHash().value(),
                        state.mapRoot().value()))
            .orElse(Bytes.empty());
    return Bytes.concat(head, digests, map);
  }

  /**
   * Reads a state.
   *
   * @throws ReplicaRefusedException {@link ReplicaRefusal#REPLICA_CORRUPT} if the bytes are none
   */
  static LogState decode(Bytes stored) {
    if (stored.length() < HEAD) {
      throw corrupt(stored);
    }
    ByteBuffer in = stored.asByteBuffer();
    long size = in.getLong();
    long block = in.getLong();
    int at = HEAD;
    Optional<DerivedState> derived = Optional.empty();
    if (size > 0) {
      at += DIGESTS * DigestAlgorithm.LENGTH;
      if (stored.length() < at) {
        throw corrupt(stored);
      }
      derived =
          Optional.of(
              new DerivedState(
                  size,
                  digest(stored, 0),
                  block,
                  digest(stored, 1),
                  digest(stored, 2),
                  digest(stored, 3)));
    }
    return new LogState(size, block, stored.slice(at, stored.length()), derived);
  }

  private static Digest digest(Bytes stored, int index) {
    int from = HEAD + index * DigestAlgorithm.LENGTH;
    return new Digest(DigestAlgorithm.SHA_256, stored.slice(from, from + DigestAlgorithm.LENGTH));
  }

  private static ReplicaRefusedException corrupt(Bytes stored) {
    return new ReplicaRefusedException(
        ReplicaRefusal.REPLICA_CORRUPT, Map.of("log", Integer.toString(stored.length())));
  }
}
