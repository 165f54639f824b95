// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.bytes.Bytes;

/** What other nodes send: what is read writes the same, all else is refused. */
final class LogFuzzTest {
  @FuzzTest
  void aCheckpointIsReadOrRefused(byte[] note) {
    try {
      assertEquals(Bytes.of(note), SignedCheckpoint.parse(Bytes.of(note)).toBytes());
    } catch (LogRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aCheckpointsTextIsReadOrRefused(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      assertEquals(text, LogCheckpoint.parse(text).text());
    } catch (LogRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void anEntryIsReadOrRefused(byte[] json) {
    try {
      assertEquals(
          Bytes.of(json), LogLeaf.CODEC.fromBytes(Bytes.of(json), JsonLimits.STATEMENT).data());
    } catch (JsonRefusedException | DecodeRefusedException refused) {
      // the other of the two answers
    }
  }
}
