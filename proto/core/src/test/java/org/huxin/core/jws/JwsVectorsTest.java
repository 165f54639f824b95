// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.jws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huxin.crypto.signature.VerifyingKey;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JwsVectorsTest {
  static List<VectorFiles.Case> cases() {
    return VectorFiles.of("jws");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseEndsAsItsFileSays(VectorFiles.Case each) {
    if (each.isGood()) {
      VerifiedJws verified = verify(each);
      assertEquals(each.text("statementId"), verified.jws().statementId().toString());
      assertEquals(each.text("input"), verified.jws().text());
      return;
    }
    JwsRefusedException refused = assertThrows(JwsRefusedException.class, () -> verify(each));
    assertEquals(JwsRefusal.valueOf(each.text("expect")), refused.code());
  }

  @Test
  void everyRefusalHasACase() {
    Set<JwsRefusal> seen =
        EnumSet.of(JwsRefusal.JWS_TOO_LARGE, JwsRefusal.JWS_KEY_NAME); // tested with JwsTest
    for (VectorFiles.Case each : cases()) {
      if (!each.isGood()) {
        seen.add(JwsRefusal.valueOf(each.text("expect")));
      }
    }
    assertEquals(EnumSet.allOf(JwsRefusal.class), seen);
  }

  private static VerifiedJws verify(VectorFiles.Case each) {
    return Jws.parse(each.text("input")).verify(VerifyingKey.ofPem(each.text("publicKey")));
  }
}
