// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huxin.core.id.LedgerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckpointTest {
  private static final LedgerId LEDGER =
      LedgerId.parse("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  private static final EventPosition EXAMPLE =
      new EventPosition(
          LEDGER, 419, "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

  @TempDir private Path folder;

  @Test
  void writesTheExampleOfTheSpecification() throws IOException {
    String page =
        Files.readString(
            Path.of(System.getProperty("huxin.root", ""), "proto/spec/event-checkpoint.md"));
    Path file = folder.resolve("checkpoint");
    new FileCheckpoint(file).save(EXAMPLE);
    assertEquals(page.split("```json\n", -1)[1].split("\n```", -1)[0], Files.readString(file));
  }

  @Test
  void whatIsSavedIsLoadedAndTheLastOneStands() {
    Path file = folder.resolve("checkpoint");
    assertEquals(Optional.empty(), new FileCheckpoint(file).load());
    new FileCheckpoint(file).save(new EventPosition(LEDGER, 7, "ab".repeat(32)));
    new FileCheckpoint(file).save(EXAMPLE);
    assertEquals(Optional.of(EXAMPLE), new FileCheckpoint(file).load());
  }

  @Test
  void whoDiedWhileWritingLeftTheOldOne() throws IOException {
    Path file = folder.resolve("checkpoint");
    new FileCheckpoint(file).save(EXAMPLE);
    Files.writeString(folder.resolve("checkpoint.new"), "{\"block\":42");
    assertEquals(Optional.of(EXAMPLE), new FileCheckpoint(file).load());
    EventPosition next = new EventPosition(LEDGER, 420, "cd".repeat(32));
    new FileCheckpoint(file).save(next);
    assertEquals(Optional.of(next), new FileCheckpoint(file).load());
    assertFalse(Files.exists(folder.resolve("checkpoint.new")));
  }

  @Test
  void anythingElseIsRefused() throws IOException {
    Path file = folder.resolve("checkpoint");
    new FileCheckpoint(file).save(EXAMPLE);
    String good = Files.readString(file);
    for (String broken :
        List.of("", good + " ", good.replace("419", "-1"), good.replace("eeff\"", "EEFF\""))) {
      Files.writeString(file, broken);
      CheckpointRefusedException refused =
          assertThrows(CheckpointRefusedException.class, () -> new FileCheckpoint(file).load());
      assertEquals(CheckpointRefusal.CHECKPOINT_FORM, refused.code());
    }
  }

  @Test
  void aDiskThatRefusesIsSaid() {
    Path nowhere = folder.resolve("none").resolve("checkpoint");
    assertThrows(UncheckedIOException.class, () -> new FileCheckpoint(nowhere).save(EXAMPLE));
    assertThrows(IllegalArgumentException.class, () -> new FileCheckpoint(Path.of("/")));
  }
}
