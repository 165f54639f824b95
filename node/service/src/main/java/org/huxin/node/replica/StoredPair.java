// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

/** A pair as it is stored; its arrays are nobody else's and are not written to. */
final class StoredPair {
  private final byte[] key;
  private final byte[] value;

  StoredPair(byte[] key, byte[] value) {
    this.key = key;
    this.value = value;
  }

  byte[] key() {
    return key;
  }

  byte[] value() {
    return value;
  }
}
