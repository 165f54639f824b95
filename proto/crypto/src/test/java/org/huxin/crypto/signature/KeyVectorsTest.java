// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KeyVectorsTest {
  static List<VectorFiles.Case> cases() {
    return VectorFiles.of("key");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseEndsAsItsFileSays(VectorFiles.Case each) {
    if (each.isGood()) {
      VerifyingKey key = read(each);
      assertEquals(SignatureSuite.valueOf(each.text("suite")), key.suite());
      assertEquals(each.text("thumbprint"), key.thumbprint());
      assertEquals(key, VerifyingKey.ofPem(key.toPem()));
      assertEquals(key, VerifyingKey.ofJwk(key.toJwk()));
    } else {
      KeyRefusedException refused = assertThrows(KeyRefusedException.class, () -> read(each));
      assertEquals(KeyRefusal.valueOf(each.text("expect")), refused.code());
    }
  }

  @Test
  void everyRefusalHasACase() {
    Set<KeyRefusal> seen = EnumSet.noneOf(KeyRefusal.class);
    for (VectorFiles.Case each : cases()) {
      if (!each.isGood()) {
        seen.add(KeyRefusal.valueOf(each.text("expect")));
      }
    }
    assertEquals(EnumSet.allOf(KeyRefusal.class), seen);
  }

  private static VerifyingKey read(VectorFiles.Case each) {
    return switch (each.text("form")) {
      case "spki-pem" -> VerifyingKey.ofPem(each.text("input"));
      case "pkcs8-pem" -> SigningKey.ofPem(each.text("input")).publicKey();
      default -> VerifyingKey.ofJwk(jwk(each.members().getJsonObject("input")));
    };
  }

  private static Jwk jwk(JsonObject input) {
    return new Jwk(
        input.getString("kty"),
        input.getString("crv"),
        Bytes.fromBase64Url(input.getString("x")),
        Optional.ofNullable(input.getString("y", null)).map(Bytes::fromBase64Url));
  }
}
