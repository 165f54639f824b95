// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.util.Map;
import org.huxin.core.id.LedgerId;
import org.huxin.crypto.bytes.Bytes;

/**
 * Which chain a node follows: had from elsewhere, never from a peer.
 *
 * @param genesis SHA-256 of the header of the genesis block
 * @param chaincode the name of the contract on the channel
 * @param ledger the contract's own root of trust
 */
public record ChainPin(Bytes genesis, String chaincode, LedgerId ledger) {
  private static final int SHA_256_BYTES = 32;

  /**
   * A pin.
   *
   * @throws IllegalArgumentException if the hash is none
   */
  public ChainPin {
    if (genesis.length() != SHA_256_BYTES) {
      throw new IllegalArgumentException("the hash of a header has 32 bytes");
    }
  }

  byte[] encode() {
    return StoredKeys.text(genesis.hex() + " " + ledger + " " + chaincode);
  }

  static ChainPin decode(byte[] stored) {
    String[] parts = StoredKeys.text(stored, 0, stored.length).split(" ", 3);
    try {
      return new ChainPin(Bytes.fromHex(parts[0]), parts[2], LedgerId.parse(parts[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new ReplicaRefusedException(
          ReplicaRefusal.REPLICA_CORRUPT, Map.of("pin", Integer.toString(stored.length)));
    }
  }
}
