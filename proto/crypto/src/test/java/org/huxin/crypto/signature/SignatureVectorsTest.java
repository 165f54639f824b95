// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
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

final class SignatureVectorsTest {
  static List<VectorFiles.Case> cases() {
    return VectorFiles.of("signature");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseEndsAsItsFileSays(VectorFiles.Case each) {
    if (each.isGood()) {
      assertDoesNotThrow(() -> verify(each));
    } else {
      SignatureRefusedException refused =
          assertThrows(SignatureRefusedException.class, () -> verify(each));
      assertEquals(SignatureRefusal.valueOf(each.text("expect")), refused.code());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bouncyCastleJudgesEveryWellFormedCaseLikeTheChosenProvider(VectorFiles.Case each) {
    Signature signature;
    try {
      signature = signature(each);
    } catch (SignatureRefusedException e) {
      return; // refused for its form, before any provider sees it
    }
    VerifyingKey key = VerifyingKey.ofSpki(Bytes.fromHex(each.text("publicKey")));
    SignatureVerification verification = BouncyCastleVerification.of(key.suite(), key.point());

    assertEquals(
        each.isGood(), verification.accepts(Bytes.fromHex(each.text("message")), signature));
  }

  @Test
  void everyRefusalHasACase() {
    Set<SignatureRefusal> seen = EnumSet.of(SignatureRefusal.SIGNATURE_OF_OTHER_SUITE);
    for (VectorFiles.Case each : cases()) {
      if (!each.isGood()) {
        seen.add(SignatureRefusal.valueOf(each.text("expect")));
      }
    }
    assertEquals(EnumSet.allOf(SignatureRefusal.class), seen);
  }

  private static void verify(VectorFiles.Case each) {
    Signature signature = signature(each);
    VerifyingKey.ofSpki(Bytes.fromHex(each.text("publicKey")))
        .verify(Bytes.fromHex(each.text("message")), signature);
  }

  private static Signature signature(VectorFiles.Case each) {
    SignatureSuite suite = SignatureSuite.valueOf(each.text("suite"));
    Bytes written = Bytes.fromHex(each.text("signature"));
    return each.text("form").equals("der")
        ? Signature.ofDer(suite, written)
        : new Signature(suite, written);
  }
}
