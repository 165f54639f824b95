// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.log;

import java.nio.ByteBuffer;
import org.huxin.core.statemap.MapNodeKey;
import org.huxin.crypto.bytes.Bytes;

/** The keys under which the log keeps what it derived (proto/spec/log.md, How it is kept). */
final class LogKeys {
  private LogKeys() {}

  /** The last state. */
  static final Bytes LAST = Bytes.utf8("last");

  /** The state after a block. */
  static Bytes block(long number) {
    return Bytes.concat(Bytes.utf8("b"), number(number));
  }

  /** An entry's data. */
  static Bytes entry(long index) {
    return Bytes.concat(Bytes.utf8("e"), number(index));
  }

  /** A hash tile. */
  static Bytes tile(int level, long index) {
    return Bytes.concat(Bytes.utf8("t"), Bytes.of((byte) level), number(index));
  }

  /** A node of the map. */
  static Bytes node(MapNodeKey key) {
    return Bytes.concat(Bytes.utf8("m"), key.toBytes());
  }

  /** A node of the map that only the maps before a block need. */
  static Bytes dropped(long block, int index) {
    return Bytes.concat(
        Bytes.utf8("d"),
        number(block),
        Bytes.of(ByteBuffer.allocate(Integer.BYTES).putInt(index).flip()));
  }

  private static Bytes number(long number) {
    return Bytes.of(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
  }
}
