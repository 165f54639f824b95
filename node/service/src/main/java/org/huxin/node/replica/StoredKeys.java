// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.huxin.fabric.state.StateUpdates.CollectionName;

/**
 * The keys of a replica's tables (proto/spec/replica.md): names end with U+0000, so that keys are
 * in the order of namespace and key; numbers are big-endian. Stateless.
 */
final class StoredKeys {
  private static final byte SEPARATOR = 0;

  /** The first byte behind a name in a key that is greater than all keys of that name. */
  private static final byte BEHIND = 1;

  private StoredKeys() {}

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] number(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  static byte[] value(String namespace, String key) {
    return named(namespace, text(key));
  }

  /** Greater than the keys of all values of a namespace. */
  static byte[] behind(String namespace) {
    byte[] key = named(namespace, new byte[0]);
    key[key.length - 1] = BEHIND;
    return key;
  }

  static byte[] hash(CollectionName collection, ByteString keyHash) {
    return named(collection.namespace(), named(collection.collection(), keyHash.toByteArray()));
  }

  static byte[] hash(String namespace, String collection, ByteString keyHash) {
    return hash(new CollectionName(namespace, collection), keyHash);
  }

  static byte[] expiry(long block, CollectionName collection, ByteString keyHash) {
    byte[] hash = hash(collection, keyHash);
    return ByteBuffer.allocate(Long.BYTES + hash.length).putLong(block).put(hash).array();
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Where the name that begins a key ends. */
  static int end(byte[] key, int from) {
    int end = from;
    while (end < key.length && key[end] != SEPARATOR) {
      end++;
    }
    if (end == key.length) {
      throw new IllegalArgumentException("a key without a name");
    }
    return end;
  }

  static String text(byte[] key, int from, int to) {
    return new String(key, from, to - from, StandardCharsets.UTF_8);
  }

  private static byte[] named(String name, byte[] rest) {
    byte[] begin = text(name);
    for (byte each : begin) {
      if (each == SEPARATOR) {
        throw new IllegalArgumentException("a name with a zero");
      }
    }
    byte[] key = Arrays.copyOf(begin, begin.length + 1 + rest.length);
    System.arraycopy(rest, 0, key, begin.length + 1, rest.length);
    return key;
  }
}
