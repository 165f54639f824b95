// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.huxin.crypto.bytes.Bytes;

/**
 * Whatever the reader takes, its canonical form reads back as the same value and the same bytes.
 */
final class JsonFuzzTest {
  @FuzzTest
  void whatIsReadHasOneCanonicalForm(byte[] input) {
    try {
      JsonValue value = JsonReader.read(Bytes.of(input), JsonLimits.STATEMENT);
      Bytes canonical = CanonicalJson.encode(value);
      assertEquals(value, CanonicalJson.decode(canonical, JsonLimits.FILE));
    } catch (JsonRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void canonicalBytesWriteTheSame(byte[] input) {
    try {
      JsonValue value = CanonicalJson.decode(Bytes.of(input), JsonLimits.STATEMENT);
      assertEquals(Bytes.of(input), CanonicalJson.encode(value));
    } catch (JsonRefusedException refused) {
      // the other of the two answers
    }
  }
}
