// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import org.huxin.fabric.lifecycle.ExpiringHash;
import org.huxin.fabric.state.StateUpdates.CollectionName;
import org.huxin.fabric.state.Version;

/** The bytes of a version: block and position (proto/spec/replica.md). Stateless. */
final class StoredVersion {
  private StoredVersion() {}

  static byte[] encode(Version version) {
    return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
        .putLong(version.block())
        .putInt(version.transaction())
        .array();
  }

  /** A hash that will end, as its pair is stored. */
  static ExpiringHash expiring(long block, StoredPair pair) {
    byte[] key = pair.key();
    int first = StoredKeys.end(key, Long.BYTES);
    int second = StoredKeys.end(key, first + 1);
    ByteBuffer version = ByteBuffer.wrap(pair.value());
    return new ExpiringHash(
        block,
        new CollectionName(
            StoredKeys.text(key, Long.BYTES, first), StoredKeys.text(key, first + 1, second)),
        ByteString.copyFrom(key, second + 1, key.length - second - 1),
        new Version(version.getLong(), version.getInt()));
  }
}
