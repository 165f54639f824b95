// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.huxin.crypto.bytes.Bytes;

/** Writes archives that a library would not: names, sizes and overlaps of any kind. */
final class ZipBuilder {
  /** The length of the end record. */
  static final int END = 22;

  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  static Bytes of(Map<String, Bytes> files, boolean deflated) {
    ZipBuilder builder = new ZipBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, content) -> {
              Bytes packed = deflated ? deflate(content) : content;
              builder.entry(name, deflated, content, packed, new byte[0], false);
            });
    return builder.end();
  }

  static Bytes withLargeFields(String name, Bytes content, long size, long packedSize) {
    ByteBuffer extra = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    extra.putShort((short) 1).putShort((short) 16).putLong(size).putLong(packedSize);
    ZipBuilder builder = new ZipBuilder();
    builder.entry(name, false, content, content, extra.array(), true);
    return builder.end();
  }

  /** A file whose content is another file's header and content. */
  static Bytes overlapping() {
    Bytes name = Bytes.utf8("b.xml");
    Bytes content = Bytes.utf8("c");
    Bytes inner =
        Bytes.concat(Bytes.of(local(name, false, content, content, new byte[0], false)), content);
    ZipBuilder builder = new ZipBuilder();
    builder.entry("a.xml", false, inner, inner, new byte[0], false);
    int innerAt = builder.archive.size() - inner.length();
    builder.directory.writeBytes(central(name, false, content, content, innerAt));
    builder.count++;
    return builder.end();
  }

  private void entry(
      String name, boolean deflated, Bytes content, Bytes packed, byte[] extra, boolean large) {
    Bytes encoded = Bytes.utf8(name);
    int at = archive.size();
    archive.writeBytes(local(encoded, deflated, content, packed, extra, large));
    archive.writeBytes(packed.toByteArray());
    directory.writeBytes(central(encoded, deflated, content, packed, at));
    count++;
  }

  private static byte[] local(
      Bytes name, boolean deflated, Bytes content, Bytes packed, byte[] extra, boolean large) {
    ByteBuffer header = buffer(30 + name.length() + extra.length);
    header.putInt(0x04034b50).putShort((short) 20).putShort((short) 0);
    header.putShort((short) (deflated ? 8 : 0)).putInt(0).putInt(crc(content));
    header.putInt(large ? -1 : packed.length()).putInt(large ? -1 : content.length());
    header.putShort((short) name.length()).putShort((short) extra.length);
    header.put(name.toByteArray()).put(extra);
    return Bytes.of(header.flip()).toByteArray();
  }

  private static byte[] central(
      Bytes name, boolean deflated, Bytes content, Bytes packed, int headerAt) {
    ByteBuffer header = buffer(46 + name.length());
    header.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) 0);
    header.putShort((short) (deflated ? 8 : 0)).putInt(0).putInt(crc(content));
    header.putInt(packed.length()).putInt(content.length());
    header.putShort((short) name.length()).putShort((short) 0).putShort((short) 0);
    header.putShort((short) 0).putShort((short) 0).putInt(0).putInt(headerAt);
    header.put(name.toByteArray());
    return Bytes.of(header.flip()).toByteArray();
  }

  private Bytes end() {
    ByteBuffer end = buffer(END);
    end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
    end.putShort((short) count).putShort((short) count);
    end.putInt(directory.size()).putInt(archive.size()).putShort((short) 0);
    return Bytes.concat(
        Bytes.of(archive.toByteArray()), Bytes.of(directory.toByteArray()), Bytes.of(end.flip()));
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int crc(Bytes content) {
    CRC32 crc = new CRC32();
    crc.update(content.toByteArray());
    return (int) crc.getValue();
  }

  private static Bytes deflate(Bytes content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(content.toByteArray());
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return Bytes.of(packed.toByteArray());
  }
}
