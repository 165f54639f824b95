// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Go's reader of PEM accepts, and what it does not. */
final class PemBlockTest {
  private static Optional<Bytes> first(String text) {
    return PemBlock.first(ByteString.copyFromUtf8(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN X-----\nAQID\n-----END X-----\n",
        "-----BEGIN X-----\nAQID\n-----END X-----",
        "-----BEGIN X-----\r\nAQID\r\n-----END X-----\r\n",
        "-----BEGIN X-----  \nA Q\n\tID\n-----END X----- \nrest",
        "text before\n-----BEGIN X-----\nAQID\n-----END X-----",
        "-----BEGIN X-----\nName: value\n\nAQID\n-----END X-----",
        "-----BEGIN -----\nAQID\n-----END -----",
        "-----BEGIN Y-----\nAQID\n-----END X-----\n-----BEGIN X-----\nAQID\n-----END X-----"
      })
  void findsTheFirstBlock(String text) {
    assertEquals(Optional.of(Bytes.of(new byte[] {1, 2, 3})), first(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-----BEGIN X-----\n-----END X-----", "-----BEGIN X-----\n\n-----END X-----"})
  void aBlockMayBeEmpty(String text) {
    assertEquals(Optional.of(Bytes.empty()), first(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AQID",
        "-----BEGIN X-----",
        "-----BEGIN X-----\n",
        "-----BEGIN X\nAQID\n-----END X-----",
        " -----BEGIN X-----\nAQID\n-----END X-----",
        "-----BEGIN X-----\nAQID\n-----END Y-----",
        "-----BEGIN X-----\nAQID\n-----END X----- more",
        "-----BEGIN X-----\nAQID-----END X-----",
        "-----BEGIN X-----\nAQI\n-----END X-----",
        "-----BEGIN X-----\nA*ID\n-----END X-----",
        "-----BEGIN X-----\nName: value\n-----END X-----"
      })
  void findsNone(String text) {
    assertEquals(Optional.empty(), first(text));
  }
}
