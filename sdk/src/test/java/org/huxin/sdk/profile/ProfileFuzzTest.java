// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.huxin.crypto.bytes.Bytes;

/** Whatever is read as a profile is written and read as the same one. */
final class ProfileFuzzTest {
  @FuzzTest
  void aProfileIsReadOrRefused(byte[] input) {
    try {
      Profile profile = Profile.parse(Bytes.of(input));
      assertEquals(profile, Profile.parse(Profile.CODEC.toBytes(profile)));
    } catch (ProfileRefusedException refused) {
      // the other of the two answers
    }
  }
}
