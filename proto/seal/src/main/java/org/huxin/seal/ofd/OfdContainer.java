// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * The files of an OFD document. Content is streamed and never held whole unless it is asked for.
 * Not safe for several threads.
 */
public final class OfdContainer {
  private static final int BUFFER = 32 * 1024;

  private final ByteSource source;
  private final SortedMap<OfdPath, ZipEntry> files;
  private final byte[] packed = new byte[BUFFER];
  private final byte[] unpacked = new byte[BUFFER];

  private OfdContainer(ByteSource source, SortedMap<OfdPath, ZipEntry> files) {
    this.source = source;
    this.files = files;
  }

  /**
   * Opens a document.
   *
   * @throws OfdRefusedException if it is no archive that is accepted
   * @throws IOException if the source cannot be read
   */
  public static OfdContainer open(ByteSource source) throws IOException {
    return new OfdContainer(source, ZipDirectory.read(source));
  }

  /** Where its files stand, in order. */
  public Set<OfdPath> paths() {
    return Collections.unmodifiableSet(files.keySet());
  }

  /** Whether there is such a file. */
  public boolean contains(OfdPath path) {
    return files.containsKey(path);
  }

  /**
   * The content of a file.
   *
   * @param limit how many bytes it may have
   * @throws OfdRefusedException if it is not there, longer, or not what its header says
   * @throws IOException if the source cannot be read
   */
  public Bytes read(OfdPath path, int limit) throws IOException {
    ZipEntry entry = entry(path);
    if (entry.size() > limit) {
      throw new OfdRefusedException(
          OfdRefusal.ZIP_TOO_LARGE,
          Map.of("what", path.toString(), "limit", Integer.toString(limit)));
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream((int) entry.size());
    stream(entry, content::write);
    return Bytes.of(content.toByteArray());
  }

  /**
   * The digest of a file's content, in constant memory.
   *
   * @throws OfdRefusedException if it is not there or not what its header says
   * @throws IOException if the source cannot be read
   */
  public Digest digest(OfdPath path, DigestAlgorithm algorithm) throws IOException {
    MessageDigest digest = algorithm.newMessageDigest();
    stream(entry(path), digest::update);
    return new Digest(algorithm, Bytes.of(digest.digest()));
  }

  private ZipEntry entry(OfdPath path) {
    ZipEntry entry = files.get(path);
    if (entry == null) {
      throw OfdRefusedException.of(OfdRefusal.OFD_FILE_MISSING, "file", path.toString());
    }
    return entry;
  }

  /** Takes content piece by piece. */
  private interface Sink {
    void accept(byte[] bytes, int offset, int length);
  }

  private void stream(ZipEntry entry, Sink sink) throws IOException {
    CRC32 crc = new CRC32();
    long size =
        entry.deflated() ? inflate(entry, counting(sink, crc)) : copy(entry, counting(sink, crc));
    if (size != entry.size() || crc.getValue() != entry.crc()) {
      throw content(entry);
    }
  }

  private static Sink counting(Sink sink, CRC32 crc) {
    return (bytes, offset, length) -> {
      crc.update(bytes, offset, length);
      sink.accept(bytes, offset, length);
    };
  }

  private long copy(ZipEntry entry, Sink sink) throws IOException {
    for (long at = 0; at < entry.size(); at += BUFFER) {
      int length = fill(entry, at);
      sink.accept(packed, 0, length);
    }
    return entry.size();
  }

  /** Reads the next packed bytes of an entry; returns how many. */
  private int fill(ZipEntry entry, long at) throws IOException {
    int length = (int) Math.min(BUFFER, entry.packedSize() - at);
    source.read(entry.offset() + at, ByteBuffer.wrap(packed, 0, length));
    return length;
  }

  /** Inflates no more than the entry's size, whatever the packed bytes would give. */
  private long inflate(ZipEntry entry, Sink sink) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      long read = 0;
      long size = 0;
      while (!inflater.finished()) {
        int length = inflater.inflate(unpacked);
        size += length;
        if (size > entry.size()) {
          throw content(entry);
        }
        sink.accept(unpacked, 0, length);
        if (length == 0 && !inflater.finished()) {
          if (inflater.needsDictionary() || read >= entry.packedSize()) {
            throw content(entry);
          }
          int more = fill(entry, read);
          inflater.setInput(packed, 0, more);
          read += more;
        }
      }
      if (inflater.getBytesRead() != entry.packedSize()) {
        throw content(entry);
      }
      return size;
    } catch (DataFormatException e) {
      throw content(entry);
    } finally {
      inflater.end();
    }
  }

  private static OfdRefusedException content(ZipEntry entry) {
    return OfdRefusedException.of(OfdRefusal.ZIP_CONTENT, "entry", entry.path().toString());
  }
}
