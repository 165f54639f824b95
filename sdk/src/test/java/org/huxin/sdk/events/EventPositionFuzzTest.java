// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.bytes.Bytes;

/** Whatever is read as a place is written as the same bytes. */
final class EventPositionFuzzTest {
  @FuzzTest
  void aPlaceIsReadAndWrittenTheSameOrRefused(byte[] input) {
    try {
      EventPosition position =
          EventPosition.CODEC.fromBytes(Bytes.of(input), new JsonLimits(1024, 1));
      assertEquals(Bytes.of(input), EventPosition.CODEC.toBytes(position));
    } catch (JsonRefusedException | DecodeRefusedException refused) {
      // the other of the two answers
    }
  }
}
