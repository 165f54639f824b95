// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import com.google.protobuf.ByteString;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.huxin.fabric.state.StateEntry;
import org.huxin.fabric.state.Utf8Order;
import org.huxin.fabric.state.Version;

/** The bytes of a value with its version and metadata (proto/spec/replica.md). Stateless. */
final class StoredEntry {
  private StoredEntry() {}

  static byte[] encode(StateEntry entry) {
    TreeMap<String, ByteString> metadata = new TreeMap<>(Utf8Order.COMPARATOR);
    metadata.putAll(entry.metadata());
    int size = Long.BYTES + 2 * Integer.BYTES + entry.value().size();
    for (Map.Entry<String, ByteString> each : metadata.entrySet()) {
      size += 2 * Integer.BYTES + StoredKeys.text(each.getKey()).length + each.getValue().size();
    }
    ByteBuffer bytes = ByteBuffer.allocate(size);
    bytes.putLong(entry.version().block()).putInt(entry.version().transaction());
    bytes.putInt(metadata.size());
    for (Map.Entry<String, ByteString> each : metadata.entrySet()) {
      byte[] name = StoredKeys.text(each.getKey());
      bytes.putInt(name.length).put(name);
      bytes.putInt(each.getValue().size()).put(each.getValue().asReadOnlyByteBuffer());
    }
    return bytes.put(entry.value().asReadOnlyByteBuffer()).array();
  }

  /**
   * Reads an entry.
   *
   * @throws ReplicaRefusedException {@link ReplicaRefusal#REPLICA_CORRUPT} if the bytes are none
   */
  static StateEntry decode(byte[] stored) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(stored);
      Version version = new Version(bytes.getLong(), bytes.getInt());
      int count = bytes.getInt();
      Map<String, ByteString> metadata = new TreeMap<>();
      for (int i = 0; i < count; i++) {
        String name = new String(next(bytes), StandardCharsets.UTF_8);
        metadata.put(name, ByteString.copyFrom(next(bytes)));
      }
      return new StateEntry(ByteString.copyFrom(bytes), metadata, version);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new ReplicaRefusedException(
          ReplicaRefusal.REPLICA_CORRUPT, Map.of("entry", Integer.toString(stored.length)));
    }
  }

  private static byte[] next(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("cut off");
    }
    byte[] next = new byte[length];
    bytes.get(next);
    return next;
  }
}
