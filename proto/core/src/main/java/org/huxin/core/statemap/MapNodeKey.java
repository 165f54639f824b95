// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.statemap;

import java.nio.ByteBuffer;
import org.huxin.crypto.bytes.Bytes;

/**
 * Where a node of the map is kept. A node is written once and never changed: what takes its place
 * has another version, so that older roots can be proved until their nodes are dropped.
 *
 * @param version of the update that wrote it, such as a block's number
 * @param path the hexadecimal digits with which the key hashes beneath it begin; empty for the root
 */
public record MapNodeKey(long version, String path) {
  /** Eight bytes of version, then the digits: an update's nodes stand together. */
  public Bytes toBytes() {
    return Bytes.concat(
        Bytes.of(ByteBuffer.allocate(Long.BYTES).putLong(version).flip()), Bytes.utf8(path));
  }

  @Override
  public String toString() {
    return version + "/" + path;
  }
}
