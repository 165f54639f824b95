// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.ByteString;
import org.huxin.node.block.EndorsedTransaction;

/** Whatever stands in a file or in a block: it is read or refused, and nothing else. */
final class ReplicaBytesFuzzTest {

  @FuzzTest
  void anEntryIsReadOrCorrupt(byte[] bytes) {
    try {
      assertNotNull(StoredEntry.decode(bytes).version());
    } catch (ReplicaRefusedException refused) {
      assertEquals(ReplicaRefusal.REPLICA_CORRUPT, refused.code());
    }
  }

  @FuzzTest
  void aPositionIsReadOrCorrupt(byte[] bytes) {
    try {
      assertArrayEquals(bytes, PositionRecord.decode(bytes).encode());
    } catch (ReplicaRefusedException refused) {
      assertEquals(ReplicaRefusal.REPLICA_CORRUPT, refused.code());
    }
  }

  @FuzzTest
  void aPinIsReadOrCorrupt(byte[] bytes) {
    try {
      assertNotNull(ChainPin.decode(bytes).genesis());
    } catch (ReplicaRefusedException refused) {
      assertEquals(ReplicaRefusal.REPLICA_CORRUPT, refused.code());
    }
  }

  @FuzzTest
  void aTransactionIsReadOrRefused(byte[] bytes) {
    try {
      EndorsedTransaction.read(ByteString.copyFrom(bytes))
          .ifPresent(read -> assertNotNull(read.set("huxin")));
    } catch (IllegalArgumentException refused) {
      // the other of the two answers
    }
  }
}
