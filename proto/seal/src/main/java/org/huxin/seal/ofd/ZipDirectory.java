// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.crypto.bytes.Bytes;

/**
 * Reads the directory of a zip archive (APPNOTE 6.3.10) and holds it against the header of every
 * entry, so that a reader which goes by the directory and one which goes by the headers see the
 * same files. The platform's own reader needs a file and looks at the directory alone.
 */
final class ZipDirectory {
  /** Larger than any licence: some thousand pages with pictures. */
  static final long MAX_ARCHIVE = 1L << 30;

  /** All files together, unpacked. */
  static final long MAX_CONTENT = 1L << 31;

  /** A page has some three files. */
  static final int MAX_ENTRIES = 20_000;

  /** Deflate gives at most some 1030 to 1; text gives 20. Small files may be all of one byte. */
  static final int MAX_RATIO = 200;

  /** Beneath it the ratio is not looked at. */
  static final long RATIO_FREE = 1L << 20;

  /** Names, and an extra field of an archiver's own times. */
  private static final int MAX_DIRECTORY = 8 * 1024 * 1024;

  private static final int END_SIZE = 22;
  private static final int MAX_COMMENT = 65_535;
  private static final int CENTRAL_SIZE = 46;
  private static final int LOCAL_SIZE = 30;
  private static final int END_MARK = 0x06054b50;
  private static final int CENTRAL_MARK = 0x02014b50;
  private static final int LOCAL_MARK = 0x04034b50;
  private static final int DESCRIPTOR_MARK = 0x08074b50;
  private static final long ZIP64 = 0xFFFF_FFFFL;
  private static final int ZIP64_FIELD = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  /** Encryption, patches, strong encryption, masked headers. */
  private static final int FLAGS_REFUSED = 0x1 | 0x20 | 0x40 | 0x2000;

  private static final int FLAG_DESCRIPTOR = 0x8;

  private final ByteSource source;

  private ZipDirectory(ByteSource source) {
    this.source = source;
  }

  /**
   * The files of an archive by path; folders are left out.
   *
   * @throws OfdRefusedException if it is no archive that is accepted
   * @throws IOException if the source cannot be read
   */
  static SortedMap<OfdPath, ZipEntry> read(ByteSource source) throws IOException {
    if (source.size() > MAX_ARCHIVE) {
      throw tooLarge("archive", MAX_ARCHIVE);
    }
    return new ZipDirectory(source).read();
  }

  private record End(int entries, int size, long offset) {}

  /** What the directory says of one entry, files and folders alike. */
  private record Central(
      int number,
      Bytes name,
      int flags,
      int method,
      long crc,
      long packedSize,
      long size,
      long header) {
    boolean isFolder() {
      return !name.isEmpty() && name.at(name.length() - 1) == '/';
    }
  }

  /** Where an entry's bytes begin and end, its header and descriptor with them. */
  private record Extent(long begin, long data, long end) {}

  private SortedMap<OfdPath, ZipEntry> read() throws IOException {
    End end = end();
    List<Central> all = central(end);
    SortedMap<OfdPath, ZipEntry> files = new TreeMap<>();
    Set<String> names = new HashSet<>();
    List<Extent> extents = new ArrayList<>();
    long content = 0;
    for (Central entry : all) {
      Extent extent = local(entry, end.offset());
      extents.add(extent);
      OfdPath path = path(entry);
      if (!names.add(path.toString().toLowerCase(Locale.ROOT))) {
        throw OfdRefusedException.of(OfdRefusal.ZIP_NAME_TWICE, "entry", path.toString());
      }
      content += entry.size();
      if (content > MAX_CONTENT) {
        throw tooLarge("content", MAX_CONTENT);
      }
      if (!entry.isFolder()) {
        files.put(
            path,
            new ZipEntry(
                path,
                entry.method() == DEFLATED,
                entry.crc(),
                entry.packedSize(),
                entry.size(),
                extent.data()));
      }
    }
    requireNothingHidden(extents, end.offset());
    return files;
  }

  /** The end record, which must end the archive but for its comment. */
  private End end() throws IOException {
    long size = source.size();
    int tail = (int) Math.min(size, END_SIZE + MAX_COMMENT);
    ByteBuffer buffer = buffer(size - tail, tail);
    for (int at = tail - END_SIZE; at >= 0; at--) {
      if (buffer.getInt(at) == END_MARK
          && Short.toUnsignedInt(buffer.getShort(at + 20)) == tail - END_SIZE - at) {
        return end(buffer, at, size - tail + at);
      }
    }
    throw malformed("end");
  }

  private static End end(ByteBuffer buffer, int at, long position) {
    int disk = Short.toUnsignedInt(buffer.getShort(at + 4));
    int first = Short.toUnsignedInt(buffer.getShort(at + 6));
    int here = Short.toUnsignedInt(buffer.getShort(at + 8));
    int entries = Short.toUnsignedInt(buffer.getShort(at + 10));
    long size = Integer.toUnsignedLong(buffer.getInt(at + 12));
    long offset = Integer.toUnsignedLong(buffer.getInt(at + 16));
    if (disk != 0 || first != 0 || here != entries || offset == ZIP64) {
      throw OfdRefusedException.of(OfdRefusal.ZIP_NOT_SUPPORTED, "at", "end");
    }
    if (offset + size != position) {
      throw malformed("end");
    }
    if (entries > MAX_ENTRIES) {
      throw tooLarge("entries", MAX_ENTRIES);
    }
    if (size > MAX_DIRECTORY) {
      throw tooLarge("directory", MAX_DIRECTORY);
    }
    return new End(entries, (int) size, offset);
  }

  private List<Central> central(End end) throws IOException {
    ByteBuffer buffer = buffer(end.offset(), end.size());
    List<Central> all = new ArrayList<>();
    for (int number = 0; number < end.entries(); number++) {
      int at = buffer.position();
      if (buffer.remaining() < CENTRAL_SIZE || buffer.getInt(at) != CENTRAL_MARK) {
        throw malformed("directory");
      }
      int nameLength = Short.toUnsignedInt(buffer.getShort(at + 28));
      int rest =
          Short.toUnsignedInt(buffer.getShort(at + 30))
              + Short.toUnsignedInt(buffer.getShort(at + 32));
      if (buffer.remaining() < CENTRAL_SIZE + nameLength + rest) {
        throw malformed("directory");
      }
      Bytes name = Bytes.of(buffer.slice(at + CENTRAL_SIZE, nameLength));
      Central entry =
          new Central(
              number,
              name,
              Short.toUnsignedInt(buffer.getShort(at + 8)),
              Short.toUnsignedInt(buffer.getShort(at + 10)),
              Integer.toUnsignedLong(buffer.getInt(at + 16)),
              Integer.toUnsignedLong(buffer.getInt(at + 20)),
              Integer.toUnsignedLong(buffer.getInt(at + 24)),
              Integer.toUnsignedLong(buffer.getInt(at + 42)));
      requireAccepted(entry);
      all.add(entry);
      buffer.position(at + CENTRAL_SIZE + nameLength + rest);
    }
    if (buffer.hasRemaining()) {
      throw malformed("directory");
    }
    return all;
  }

  private static void requireAccepted(Central entry) {
    boolean known = entry.method() == STORED || entry.method() == DEFLATED;
    boolean zip64 = entry.packedSize() == ZIP64 || entry.size() == ZIP64 || entry.header() == ZIP64;
    if (!known || zip64 || (entry.flags() & FLAGS_REFUSED) != 0) {
      throw OfdRefusedException.of(OfdRefusal.ZIP_NOT_SUPPORTED, "at", number(entry));
    }
    if (entry.method() == STORED && entry.packedSize() != entry.size()) {
      throw malformed(number(entry));
    }
    if (entry.size() > RATIO_FREE && entry.size() / MAX_RATIO > entry.packedSize()) {
      throw tooLarge("ratio", MAX_RATIO);
    }
  }

  /** The entry's own header, which must say what the directory says. */
  private Extent local(Central entry, long limit) throws IOException {
    long at = entry.header();
    if (at + LOCAL_SIZE > limit) {
      throw malformed(number(entry));
    }
    ByteBuffer header = buffer(at, LOCAL_SIZE);
    int nameLength = Short.toUnsignedInt(header.getShort(26));
    int extraLength = Short.toUnsignedInt(header.getShort(28));
    long data = at + LOCAL_SIZE + nameLength + extraLength;
    if (header.getInt(0) != LOCAL_MARK || data + entry.packedSize() > limit) {
      throw malformed(number(entry));
    }
    boolean descriptor = (entry.flags() & FLAG_DESCRIPTOR) != 0;
    Bytes name = Bytes.of(buffer(at + LOCAL_SIZE, nameLength));
    boolean sizes =
        agrees(header.getInt(18), entry.packedSize(), descriptor)
            && agrees(header.getInt(22), entry.size(), descriptor);
    boolean same =
        name.equals(entry.name())
            && Short.toUnsignedInt(header.getShort(6)) == entry.flags()
            && Short.toUnsignedInt(header.getShort(8)) == entry.method()
            && agrees(header.getInt(14), entry.crc(), descriptor)
            && (sizes || agreesIn64(header, entry, buffer(data - extraLength, extraLength)));
    if (!same) {
      throw OfdRefusedException.of(OfdRefusal.ZIP_HEADERS_DIFFER, "entry", number(entry));
    }
    long end = data + entry.packedSize();
    return new Extent(at, data, descriptor ? end + descriptor(entry, end, limit) : end);
  }

  /** Where sizes follow the content, the header may leave them zero. */
  private static boolean agrees(int local, long central, boolean descriptor) {
    long found = Integer.toUnsignedLong(local);
    return found == central || (descriptor && found == 0);
  }

  /**
   * Some writers put the sizes of a header, however small, into the field for large archives
   * (APPNOTE 4.5.3): both marks, then both sizes of eight bytes.
   */
  private static boolean agreesIn64(ByteBuffer header, Central entry, ByteBuffer extra) {
    if (Integer.toUnsignedLong(header.getInt(18)) != ZIP64
        || Integer.toUnsignedLong(header.getInt(22)) != ZIP64) {
      return false;
    }
    while (extra.remaining() >= 4) {
      int id = Short.toUnsignedInt(extra.getShort());
      int length = Short.toUnsignedInt(extra.getShort());
      if (length > extra.remaining()) {
        return false;
      }
      if (id == ZIP64_FIELD && length == 2 * Long.BYTES) {
        return extra.getLong() == entry.size() && extra.getLong() == entry.packedSize();
      }
      extra.position(extra.position() + length);
    }
    return false;
  }

  /** The length of the descriptor behind the content, which must say what the directory says. */
  private long descriptor(Central entry, long at, long limit) throws IOException {
    int length = (int) Math.min(16, limit - at);
    ByteBuffer buffer = buffer(at, length);
    int skip = length >= 4 && buffer.getInt(0) == DESCRIPTOR_MARK ? 4 : 0;
    boolean same =
        length >= skip + 12
            && Integer.toUnsignedLong(buffer.getInt(skip)) == entry.crc()
            && Integer.toUnsignedLong(buffer.getInt(skip + 4)) == entry.packedSize()
            && Integer.toUnsignedLong(buffer.getInt(skip + 8)) == entry.size();
    if (!same) {
      throw OfdRefusedException.of(OfdRefusal.ZIP_HEADERS_DIFFER, "entry", number(entry));
    }
    return skip + 12L;
  }

  private static OfdPath path(Central entry) {
    try {
      String text = entry.name().decodeUtf8();
      String file = entry.isFolder() ? text.substring(0, text.length() - 1) : text;
      if (text.length() > OfdPath.MAX_LENGTH || (entry.isFolder() && entry.size() != 0)) {
        throw OfdRefusedException.of(OfdRefusal.ZIP_NAME, "entry", number(entry));
      }
      return new OfdPath(List.of(file.split("/", -1)));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw OfdRefusedException.of(OfdRefusal.ZIP_NAME, "entry", number(entry));
    }
  }

  /** From the first byte to the directory there is one entry after the other and nothing else. */
  private static void requireNothingHidden(List<Extent> extents, long directory) {
    long next = 0;
    List<Extent> inOrder =
        extents.stream().sorted(Comparator.comparingLong(Extent::begin)).toList();
    for (Extent extent : inOrder) {
      if (extent.begin() != next) {
        throw new OfdRefusedException(OfdRefusal.ZIP_HIDDEN_BYTES, Map.of());
      }
      next = extent.end();
    }
    if (next != directory) {
      throw new OfdRefusedException(OfdRefusal.ZIP_HIDDEN_BYTES, Map.of());
    }
  }

  private ByteBuffer buffer(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    if (length > 0) {
      source.read(position, buffer);
    }
    return buffer.flip();
  }

  private static String number(Central entry) {
    return Integer.toString(entry.number());
  }

  private static OfdRefusedException malformed(String at) {
    return OfdRefusedException.of(OfdRefusal.ZIP_MALFORMED, "at", at);
  }

  private static OfdRefusedException tooLarge(String what, long limit) {
    return new OfdRefusedException(
        OfdRefusal.ZIP_TOO_LARGE, Map.of("what", what, "limit", Long.toString(limit)));
  }
}
