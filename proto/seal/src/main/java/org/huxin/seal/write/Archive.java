// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.ofd.OfdPath;

/** Files on their way into an archive. The same files make the same archive. */
final class Archive {
  /** The first moment that an archive can state: when its files were made, it does not say. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<OfdPath, Bytes> files = new TreeMap<>();

  void put(OfdPath path, Bytes content) {
    files.put(path, content);
  }

  Map<OfdPath, Bytes> files() {
    return files;
  }

  /** The archive; stored only, it is the same whatever library packs it. */
  Bytes write(boolean deflated) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<OfdPath, Bytes> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey().toString().substring(1));
        entry.setTimeLocal(NO_TIME);
        byte[] content = file.getValue().toByteArray();
        if (!deflated) {
          CRC32 crc = new CRC32();
          crc.update(content);
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(content.length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory takes all that is written", e);
    }
    return Bytes.of(bytes.toByteArray());
  }
}
