// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/** Files from strangers: what is read writes the same bytes, all else is refused. */
final class HolderKeyFileFuzzTest {
  @FuzzTest
  void aKeyFileIsReadOrRefused(byte[] file) {
    try {
      assertEquals(Bytes.of(file), HolderKeyFile.read(Bytes.of(file), Optional.empty()).write());
    } catch (HolderKeyRefusedException refused) {
      // the other of the two answers
    }
  }
}
