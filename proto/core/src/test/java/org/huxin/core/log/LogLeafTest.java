// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

final class LogLeafTest {
  @Test
  void theEntryOfThePageIsWrittenAsItStands() {
    SortedMap<String, Optional<Bytes>> writes = new TreeMap<>();
    writes.put("r", Optional.empty());
    writes.put("k", Optional.of(Bytes.utf8("abc")));

    LogLeaf leaf = new LogLeaf(7, 0, "0".repeat(64), LogLeaf.writesDigest(writes));

    assertEquals(Bytes.utf8(VectorFiles.example("log", "leaf")), leaf.data());
  }

  @Test
  void aRemovedKeyIsNotAnEmptyValue() {
    SortedMap<String, Optional<Bytes>> removed = new TreeMap<>();
    removed.put("k", Optional.empty());
    SortedMap<String, Optional<Bytes>> emptied = new TreeMap<>();
    emptied.put("k", Optional.of(Bytes.empty()));

    assertNotEquals(LogLeaf.writesDigest(removed), LogLeaf.writesDigest(emptied));
  }
}
