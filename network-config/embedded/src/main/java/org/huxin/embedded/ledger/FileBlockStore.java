// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32C;
import org.huxin.crypto.bytes.Bytes;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;

/**
 * Keeps blocks in one file of records with checksums (proto/spec/embedded-block-file.md). An append
 * returns once the record is on the disk. What a crash left unfinished at the end is cut off when
 * the file is opened; damage anywhere else is refused.
 */
public final class FileBlockStore implements BlockStore {
  private static final byte[] MAGIC = "HXBLOCK1".getBytes(StandardCharsets.US_ASCII);
  private static final int RECORD_HEADER = 2 * Integer.BYTES;

  /** More than the largest block and its private data: a greater length is no length. */
  private static final int LARGEST_RECORD = 256 << 20;

  private final FileChannel file;
  private final List<Position> positions = new CopyOnWriteArrayList<>();
  private long end;

  /**
   * Opens the file, or makes it.
   *
   * @throws BlockFileRefusedException if the file is no block file or is damaged before its end
   * @throws UncheckedIOException if it cannot be read or repaired
   */
  public FileBlockStore(Path path) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Position(long offset, int length) {}

  @Override
  public long height() {
    return positions.size();
  }

  @Override
  public StoredBlock block(long number) {
    if (number < 0 || number >= positions.size()) {
      throw new IndexOutOfBoundsException("no block " + number);
    }
    Position position = positions.get((int) number);
    try {
      return decode(read(position.offset, position.length), position.offset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void append(StoredBlock block) {
    byte[] body =
        BlockAndPrivateData.newBuilder()
            .setBlock(block.block())
            .putAllPrivateDataMap(boxed(block))
            .build()
            .toByteArray();
    ByteBuffer record = record(body);
    try {
      long offset = end;
      write(record, offset);
      // The block counts as committed only when it survives a power cut.
      file.force(false);
      end = offset + RECORD_HEADER + body.length;
      positions.add(new Position(offset + RECORD_HEADER, body.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record as the file holds it: length, checksum, body. */
  static ByteBuffer record(byte[] body) {
    return ByteBuffer.allocate(RECORD_HEADER + body.length)
        .putInt(body.length)
        .putInt(checksum(body))
        .put(body)
        .flip();
  }

  private static Map<Long, TxPvtReadWriteSet> boxed(StoredBlock block) {
    Map<Long, TxPvtReadWriteSet> boxed = new TreeMap<>();
    block.privateWrites().forEach((index, set) -> boxed.put((long) index, set));
    return boxed;
  }

  private void open() throws IOException {
    long size = file.size();
    if (size < MAGIC.length) {
      // New, or torn before the first block: nothing was acknowledged.
      file.truncate(0);
      write(ByteBuffer.wrap(MAGIC), 0);
      file.force(true);
      end = MAGIC.length;
      return;
    }
    if (!read(0, MAGIC.length).equals(Bytes.of(MAGIC))) {
      throw new BlockFileRefusedException(BlockFileRefusal.BLOCK_FILE_OF_OTHER_KIND, 0);
    }
    end = MAGIC.length;
    while (end < size && takeRecord(size)) {
      // Each record taken moves the end.
    }
    if (end < size) {
      file.truncate(end);
      file.force(true);
    }
  }

  /** Takes the record at the end; false if it is torn. */
  private boolean takeRecord(long size) throws IOException {
    if (size - end < RECORD_HEADER) {
      return false;
    }
    ByteBuffer header = read(end, RECORD_HEADER).asByteBuffer();
    int length = header.getInt();
    int checksum = header.getInt();
    long next = end + RECORD_HEADER + length;
    if (length <= 0 || length > LARGEST_RECORD || next > size) {
      return false;
    }
    Bytes body = read(end + RECORD_HEADER, length);
    if (checksum(body.toByteArray()) != checksum) {
      if (next == size) {
        return false;
      }
      throw new BlockFileRefusedException(BlockFileRefusal.BLOCK_FILE_CORRUPT, end);
    }
    if (decode(body, end).block().getHeader().getNumber() != positions.size()) {
      throw new BlockFileRefusedException(BlockFileRefusal.BLOCK_FILE_OUT_OF_ORDER, end);
    }
    positions.add(new Position(end + RECORD_HEADER, length));
    end = next;
    return true;
  }

  private static StoredBlock decode(Bytes body, long offset) {
    try {
      BlockAndPrivateData both = BlockAndPrivateData.parseFrom(body.asByteBuffer());
      Map<Integer, TxPvtReadWriteSet> writes = new HashMap<>();
      both.getPrivateDataMapMap().forEach((index, set) -> writes.put(index.intValue(), set));
      return new StoredBlock(both.getBlock(), writes);
    } catch (InvalidProtocolBufferException e) {
      throw new BlockFileRefusedException(BlockFileRefusal.BLOCK_FILE_OUT_OF_ORDER, offset);
    }
  }

  private Bytes read(long offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, offset + buffer.position()) < 0) {
        throw new IOException("the block file ends within a record");
      }
    }
    return Bytes.of(buffer.flip());
  }

  private void write(ByteBuffer buffer, long offset) throws IOException {
    long at = offset;
    while (buffer.hasRemaining()) {
      at += file.write(buffer, at);
    }
  }

  private static int checksum(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return (int) crc.getValue();
  }
}
