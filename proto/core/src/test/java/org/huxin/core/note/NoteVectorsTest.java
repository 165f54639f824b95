// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NoteVectorsTest {
  static List<VectorFiles.Case> cases() {
    return VectorFiles.of("note");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseEndsAsItsFileSays(VectorFiles.Case each) {
    if (each.isGood()) {
      NoteKey key = NoteKey.parse(each.text("key"));
      Bytes bytes = Bytes.utf8(each.text("note"));
      SignedNote note = SignedNote.parse(bytes);

      assertEquals(note.text(), note.verify(key));
      assertEquals(bytes, note.toBytes());
      assertEquals(each.text("key"), key.text());
      return;
    }
    NoteRefusedException refused =
        assertThrows(
            NoteRefusedException.class,
            () -> {
              NoteKey key = NoteKey.parse(each.text("key"));
              String unused = SignedNote.parse(Bytes.utf8(each.text("note"))).verify(key);
            });
    assertEquals(NoteRefusal.valueOf(each.text("expect")), refused.code());
  }

  @Test
  void everyRefusalHasACase() {
    Set<NoteRefusal> seen = EnumSet.noneOf(NoteRefusal.class);
    for (VectorFiles.Case each : cases()) {
      if (!each.isGood()) {
        seen.add(NoteRefusal.valueOf(each.text("expect")));
      }
    }
    assertEquals(EnumSet.allOf(NoteRefusal.class), seen);
  }

  @Test
  void bytesThatAreNoUtf8AreNoNote() {
    assertEquals(
        NoteRefusal.NOTE_CHARACTERS,
        assertThrows(
                NoteRefusedException.class,
                () -> SignedNote.parse(Bytes.of((byte) 0xff, (byte) '\n', (byte) '\n')))
            .code());
  }
}
