// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.GoldenLedger;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockStreamTest {
  private static final List<Block> BLOCKS = GoldenLedger.blocks("ordos").subList(0, 12);

  private static BlockStream stream(byte[] bytes) {
    return new BlockStream(new ByteArrayInputStream(bytes));
  }

  @Test
  void readsOneBlockAsItIsFetched() throws IOException {
    BlockStream stream = stream(BLOCKS.get(3).toByteArray());
    assertEquals(Optional.of(new LedgerBlock(BLOCKS.get(3))), stream.next());
    assertEquals(Optional.empty(), stream.next());
  }

  @Test
  void readsBlocksBehindTheirLengths() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Block block : BLOCKS) {
      block.writeDelimitedTo(bytes);
    }
    BlockStream stream = stream(bytes.toByteArray());
    for (Block block : BLOCKS) {
      assertEquals(Optional.of(new LedgerBlock(block)), stream.next());
    }
    assertEquals(Optional.empty(), stream.next());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0aff", "00", "80", "05", "020a", "81808040", "ffffffff", "ffffffff7f"})
  void refusesWhatIsNoBlock(String hex) {
    BlockStream stream = stream(Bytes.fromHex(hex).toByteArray());
    assertEquals(
        BlockRefusal.BLOCK_UNREADABLE,
        assertThrows(BlockRefusedException.class, stream::next).code());
  }
}
