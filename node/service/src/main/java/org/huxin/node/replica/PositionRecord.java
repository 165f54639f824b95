// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.rocksdb.ReadOptions;

/**
 * How far a replica has come, as it is stored (proto/spec/replica.md).
 *
 * @param number the last block's number
 * @param configuration the number of the block whose configuration is in force
 * @param commitHash of the last block and all before it; empty after the genesis block
 */
record PositionRecord(long number, long configuration, Optional<Bytes> commitHash) {
  private static final int SHA_256_BYTES = 32;

  /** Reads the number of the last block. */
  interface Reader {
    /** The number as of a snapshot; -1 if there is none. */
    long read(ReadOptions options);
  }

  byte[] encode() {
    Bytes hash = commitHash.orElse(Bytes.empty());
    return ByteBuffer.allocate(2 * Long.BYTES + hash.length())
        .putLong(number)
        .putLong(configuration)
        .put(hash.asByteBuffer())
        .array();
  }

  /**
   * Reads a record.
   *
   * @throws ReplicaRefusedException {@link ReplicaRefusal#REPLICA_CORRUPT} if the bytes are none
   */
  static PositionRecord decode(byte[] stored) {
    int hash = stored.length - 2 * Long.BYTES;
    if (hash != 0 && hash != SHA_256_BYTES) {
      throw new ReplicaRefusedException(
          ReplicaRefusal.REPLICA_CORRUPT, Map.of("position", Integer.toString(stored.length)));
    }
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    return new PositionRecord(
        bytes.getLong(),
        bytes.getLong(),
        hash == 0 ? Optional.empty() : Optional.of(Bytes.of(bytes)));
  }
}
