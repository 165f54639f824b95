// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.huxin.crypto.bytes.Bytes;

/** Notes and keys from strangers: what is read writes the same, all else is refused. */
final class NoteFuzzTest {
  @FuzzTest
  void aNoteIsReadOrRefused(byte[] note) {
    try {
      assertEquals(Bytes.of(note), SignedNote.parse(Bytes.of(note)).toBytes());
    } catch (NoteRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aVerifierKeyIsReadOrRefused(byte[] key) {
    String text = new String(key, StandardCharsets.UTF_8);
    try {
      assertEquals(text, NoteKey.parse(text).text());
    } catch (NoteRefusedException refused) {
      // the other of the two answers
    }
  }
}
