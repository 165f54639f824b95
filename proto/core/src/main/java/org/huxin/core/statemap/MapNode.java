// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;

/**
 * A node as it is kept: four levels of the binary tree in one piece, sixteen slots. Mutable while
 * an update is computed.
 */
final class MapNode {
  static final int SLOTS = 16;
  static final int BITS = 4;

  private final MapSlot[] slots;

  private MapNode(MapSlot[] slots) {
    this.slots = slots;
  }

  static MapNode empty() {
    MapSlot[] slots = new MapSlot[SLOTS];
    Arrays.fill(slots, MapSlot.EMPTY);
    return new MapNode(slots);
  }

  static MapNode read(Bytes bytes, MapHasher hasher) {
    ByteBuffer in = bytes.asByteBuffer();
    MapSlot[] slots = new MapSlot[SLOTS];
    for (int i = 0; i < SLOTS; i++) {
      slots[i] = MapSlot.read(in, hasher);
    }
    if (in.hasRemaining()) {
      throw MapRefusedException.of(MapRefusal.MAP_NODE_MALFORMED);
    }
    return new MapNode(slots);
  }

  Bytes write() {
    ByteBuffer out = ByteBuffer.allocate(Arrays.stream(slots).mapToInt(MapSlot::size).sum());
    for (MapSlot slot : slots) {
      slot.write(out);
    }
    return Bytes.of(out.flip());
  }

  MapSlot slot(int index) {
    return slots[index];
  }

  void set(int index, MapSlot slot) {
    slots[index] = slot;
  }

  /** What the node comes to: nothing, its only key, or itself. */
  MapSlot summary(long version, MapHasher hasher) {
    return summary(0, SLOTS, version, hasher);
  }

  /** What a part of it comes to, a power of two of slots. */
  MapSlot summary(int from, int count, long version, MapHasher hasher) {
    if (count == 1) {
      return slots[from];
    }
    MapSlot left = summary(from, count / 2, version, hasher);
    MapSlot right = summary(from + count / 2, count / 2, version, hasher);
    if (left.kind() == MapSlot.Kind.EMPTY && right.kind() != MapSlot.Kind.NODE) {
      return right;
    }
    if (right.kind() == MapSlot.Kind.EMPTY && left.kind() != MapSlot.Kind.NODE) {
      return left;
    }
    return MapSlot.ofNode(hasher.node(left.hash(), right.hash()), version);
  }

  /**
   * Walks down to the place of a key, as far as the binary tree goes within this node.
   *
   * @param depth how many bits of the key lead to this node
   * @param siblings takes the hashes beside the way, the highest first
   * @return the place: a slot, or what the last part comes to
   */
  MapSlot walk(byte[] key, int depth, List<Bytes> siblings, MapHasher hasher) {
    int from = 0;
    int count = SLOTS;
    MapSlot at = MapSlot.EMPTY;
    for (int bit = depth; count > 1; bit++) {
      count /= 2;
      boolean right = MapHasher.bit(key, bit);
      int sibling = right ? from : from + count;
      siblings.add(Bytes.of(summary(sibling, count, 0, hasher).hash()));
      from = right ? from + count : from;
      at = summary(from, count, 0, hasher);
      if (at.kind() != MapSlot.Kind.NODE) {
        return at;
      }
    }
    return at;
  }
}
