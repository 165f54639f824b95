// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.jws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever it is given, the reader reads a JWS that writes the same, or refuses. */
final class JwsFuzzTest {
  @FuzzTest
  void whatIsReadWritesTheSame(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsAsciiString();
    try {
      assertEquals(text, Jws.parse(text).text());
    } catch (JwsRefusedException refused) {
      // the other of the two answers
    }
  }
}
