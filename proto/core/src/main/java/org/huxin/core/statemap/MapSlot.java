// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import java.nio.ByteBuffer;

/**
 * A place in the map, as it is kept: nothing, one key, or a reference to a node with more.
 *
 * @param kind which of the three
 * @param hash the place's hash
 * @param key the key's hash, of a single key
 * @param value the value's hash, of a single key
 * @param version of the node, of a reference
 */
@SuppressWarnings("ArrayRecordComponent") // within this package, on the hot path; never compared
record MapSlot(Kind kind, byte[] hash, byte[] key, byte[] value, long version) {
  enum Kind {
    EMPTY((byte) 0),
    KEY((byte) 1),
    NODE((byte) 2);

    private final byte tag;

    Kind(byte tag) {
      this.tag = tag;
    }
  }

  private static final byte[] NONE = new byte[0];

  static final MapSlot EMPTY = new MapSlot(Kind.EMPTY, MapHasher.EMPTY, NONE, NONE, 0);

  static MapSlot ofKey(byte[] key, byte[] value, MapHasher hasher) {
    return new MapSlot(Kind.KEY, hasher.leaf(key, value), key, value, 0);
  }

  static MapSlot ofNode(byte[] hash, long version) {
    return new MapSlot(Kind.NODE, hash, NONE, NONE, version);
  }

  int size() {
    return switch (kind) {
      case EMPTY -> 1;
      case KEY -> 1 + 2 * MapHasher.LENGTH;
      case NODE -> 1 + MapHasher.LENGTH + Long.BYTES;
    };
  }

  void write(ByteBuffer out) {
    out.put(kind.tag);
    switch (kind) {
      case EMPTY -> {}
      case KEY -> out.put(key).put(value);
      case NODE -> out.put(hash).putLong(version);
    }
  }

  /** Reads a slot. */
  static MapSlot read(ByteBuffer in, MapHasher hasher) {
    require(in, 1);
    return switch (in.get()) {
      case 0 -> EMPTY;
      case 1 -> {
        require(in, 2 * MapHasher.LENGTH);
        yield ofKey(hash(in), hash(in), hasher);
      }
      case 2 -> {
        require(in, MapHasher.LENGTH + Long.BYTES);
        yield ofNode(hash(in), in.getLong());
      }
      default -> throw MapRefusedException.of(MapRefusal.MAP_NODE_MALFORMED);
    };
  }

  private static void require(ByteBuffer in, int length) {
    if (in.remaining() < length) {
      throw MapRefusedException.of(MapRefusal.MAP_NODE_MALFORMED);
    }
  }

  private static byte[] hash(ByteBuffer in) {
    byte[] hash = new byte[MapHasher.LENGTH];
    in.get(hash);
    return hash;
  }
}
