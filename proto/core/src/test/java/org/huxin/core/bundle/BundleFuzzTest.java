// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.bytes.Bytes;

/** Bundles from strangers: what is read writes the same bytes, all else is refused. */
final class BundleFuzzTest {
  @FuzzTest
  void aBundleIsReadOrRefused(byte[] file) {
    try {
      assertEquals(Bytes.of(file), Bundle.read(Bytes.of(file)).write());
    } catch (JsonRefusedException | DecodeRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aStateKeyIsTheStoredKeyAndBack(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      assertEquals(text, StateKey.ofStored(new StateKey(text).stored()).text());
    } catch (IllegalArgumentException refused) {
      // the other of the two answers
    }
  }
}
