// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.state.StateEntry;
import org.huxin.fabric.state.Version;
import org.junit.jupiter.api.Test;

final class StoredEntryTest {
  private static final StateEntry ENTRY =
      new StateEntry(
          ByteString.copyFromUtf8("v"),
          Map.of("m", ByteString.copyFromUtf8("x")),
          new Version(7, 2));

  private static String example(String name) throws IOException {
    Path page = Path.of(System.getProperty("huxin.root", ""), "proto", "spec", "replica.md");
    Matcher found =
        Pattern.compile("```text " + name + "\n([0-9a-f]+)\n```").matcher(Files.readString(page));
    assertEquals(true, found.find(), name);
    return found.group(1);
  }

  @Test
  void theWorkedExampleIsWhatIsStored() throws IOException {
    assertEquals(example("entry-key"), Bytes.of(StoredKeys.value("huxin", "k")).hex());
    assertEquals(example("entry"), Bytes.of(StoredEntry.encode(ENTRY)).hex());
    assertEquals(ENTRY, StoredEntry.decode(Bytes.fromHex(example("entry")).toByteArray()));
  }

  @Test
  void whatIsCutOffIsCorrupt() {
    byte[] whole = StoredEntry.encode(ENTRY);
    // The value itself may have any length, and is last.
    for (int length = 0; length < whole.length - 1; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertEquals(
          ReplicaRefusal.REPLICA_CORRUPT,
          assertThrows(ReplicaRefusedException.class, () -> StoredEntry.decode(cut)).code());
    }
  }

  @Test
  void aPositionThatIsNoneIsCorrupt() {
    for (int length : new int[] {0, 15, 17, 47, 49}) {
      assertEquals(
          ReplicaRefusal.REPLICA_CORRUPT,
          assertThrows(ReplicaRefusedException.class, () -> PositionRecord.decode(new byte[length]))
              .code());
    }
  }

  @Test
  void aNameWithAZeroHasNoKey() {
    assertThrows(IllegalArgumentException.class, () -> StoredKeys.value("a\u0000b", "k"));
  }
}
