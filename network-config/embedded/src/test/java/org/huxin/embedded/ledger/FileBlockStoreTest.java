// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileBlockStoreTest {
  @TempDir Path folder = Path.of("");
  private Path path = Path.of("");

  @BeforeEach
  void name() {
    path = folder.resolve("blocks.log");
  }

  private static StoredBlock block(long number) {
    return new StoredBlock(
        Block.newBuilder()
            .setHeader(
                BlockHeader.newBuilder().setNumber(number).setDataHash(ByteString.fromHex("abcd")))
            .build(),
        number == 1 ? Map.of(0, TxPvtReadWriteSet.getDefaultInstance()) : Map.of());
  }

  private byte[] threeBlocks() throws IOException {
    try (FileBlockStore store = new FileBlockStore(path)) {
      for (int i = 0; i < 3; i++) {
        store.append(block(i));
      }
    }
    return Files.readAllBytes(path);
  }

  @Test
  void writesTheExampleOfTheSpecification() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("huxin.root", ""), "proto/spec/embedded-block-file.md"));
    String[] parts = page.split("```", -1);
    try (FileBlockStore store = new FileBlockStore(path)) {
      store.append(block(0));
    }
    assertEquals(
        parts[1].replaceAll("\\s", ""), HexFormat.of().formatHex(Files.readAllBytes(path)));
  }

  @Test
  void readsBackWhatItKept() throws IOException {
    threeBlocks();
    try (FileBlockStore store = new FileBlockStore(path)) {
      assertEquals(3, store.height());
      for (int i = 0; i < 3; i++) {
        assertEquals(block(i), store.block(i));
      }
      assertThrows(IndexOutOfBoundsException.class, () -> store.block(3));
    }
  }

  @Test
  void cutsOffATornTailWhereverItIsTorn() throws IOException {
    byte[] whole = threeBlocks();
    int twoBlocks = 8 + (whole.length - 8 - 2) / 3 * 2 + 2;
    for (int length = whole.length - 1; length >= 0; length--) {
      Files.write(path, Arrays.copyOf(whole, length));
      long expected;
      try (FileBlockStore store = new FileBlockStore(path)) {
        expected = store.height();
        store.append(block(expected));
      }
      try (FileBlockStore store = new FileBlockStore(path)) {
        assertEquals(expected + 1, store.height(), "cut at " + length + " of " + twoBlocks);
      }
    }
  }

  @Test
  void cutsOffALastRecordThatFailsItsChecksum() throws IOException {
    byte[] whole = threeBlocks();
    whole[whole.length - 1] ^= 1;
    Files.write(path, whole);
    try (FileBlockStore store = new FileBlockStore(path)) {
      assertEquals(2, store.height());
    }
  }

  @Test
  void cutsOffZerosThatTheFileSystemLeft() throws IOException {
    byte[] whole = threeBlocks();
    Files.write(path, Arrays.copyOf(whole, whole.length + 100));
    try (FileBlockStore store = new FileBlockStore(path)) {
      assertEquals(3, store.height());
    }
    assertArrayEquals(whole, Files.readAllBytes(path));
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 20})
  void refusesDamageBeforeTheEnd(int offset) throws IOException {
    byte[] whole = threeBlocks();
    whole[offset] ^= 1;
    Files.write(path, whole);
    assertEquals(
        BlockFileRefusal.BLOCK_FILE_CORRUPT,
        assertThrows(BlockFileRefusedException.class, () -> new FileBlockStore(path)).code());
  }

  @Test
  void refusesAFileOfAnotherKind() throws IOException {
    Files.writeString(path, "something else");
    assertEquals(
        BlockFileRefusal.BLOCK_FILE_OF_OTHER_KIND,
        assertThrows(BlockFileRefusedException.class, () -> new FileBlockStore(path)).code());
  }

  @Test
  void refusesBlocksOutOfOrder() {
    try (FileBlockStore store = new FileBlockStore(path)) {
      store.append(block(1));
    }
    assertEquals(
        BlockFileRefusal.BLOCK_FILE_OUT_OF_ORDER,
        assertThrows(BlockFileRefusedException.class, () -> new FileBlockStore(path)).code());
  }
}
