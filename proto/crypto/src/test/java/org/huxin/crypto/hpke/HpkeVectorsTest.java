// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.hpke;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.vectors.FixedRandom;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HpkeVectorsTest {
  static List<VectorFiles.Case> cases() {
    return VectorFiles.of("hpke");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseEndsAsItsFileSays(VectorFiles.Case each) {
    if (each.isGood()) {
      assertEquals(hex(each, "plaintext"), open(each));
      HpkePublicKey key = HpkePrivateKey.ofSecret(hex(each, "secret")).publicKey();
      assertEquals(hex(each, "publicKey"), key.point());
      assertEquals(
          hex(each, "sealed"),
          key.seal(
              hex(each, "info"),
              hex(each, "aad"),
              hex(each, "plaintext"),
              new FixedRandom(hex(each, "seed"))));
    } else {
      HpkeRefusedException refused = assertThrows(HpkeRefusedException.class, () -> open(each));
      assertEquals(HpkeRefusal.valueOf(each.text("expect")), refused.code());
    }
  }

  @Test
  void whatIsSealedOpensAgainAndNoTwoSealsAreAlike() {
    SecureRandom random = new SecureRandom();
    HpkePrivateKey key = HpkePrivateKey.generate(random);
    Bytes info = Bytes.utf8("info");
    Bytes message = Bytes.utf8("互信");
    Bytes one = key.publicKey().seal(info, Bytes.empty(), message, random);
    Bytes other = key.publicKey().seal(info, Bytes.empty(), message, random);

    assertEquals(message, key.open(info, Bytes.empty(), one));
    assertEquals(message, key.open(info, Bytes.empty(), other));
    assertEquals(false, one.equals(other));
  }

  @Test
  void aCiphertextBeyondTheLimitIsRefusedUnread() {
    HpkePrivateKey key = HpkePrivateKey.generate(new SecureRandom());
    Bytes tooLong = Bytes.of(new byte[HpkePrivateKey.MAX_LENGTH + 1]);

    HpkeRefusedException refused =
        assertThrows(
            HpkeRefusedException.class, () -> key.open(Bytes.empty(), Bytes.empty(), tooLong));
    assertEquals(HpkeRefusal.HPKE_LENGTH, refused.code());
  }

  @Test
  void aPointOffTheCurveIsNoKey() {
    byte[] point = HpkePrivateKey.generate(new SecureRandom()).publicKey().point().toByteArray();
    point[64] ^= 1;

    assertThrows(HpkeRefusedException.class, () -> new HpkePublicKey(Bytes.of(point)));
    assertThrows(HpkeRefusedException.class, () -> new HpkePublicKey(Bytes.empty()));
  }

  private static Bytes open(VectorFiles.Case each) {
    return HpkePrivateKey.ofSecret(hex(each, "secret"))
        .open(hex(each, "info"), hex(each, "aad"), hex(each, "sealed"));
  }

  private static Bytes hex(VectorFiles.Case each, String member) {
    return Bytes.fromHex(each.text(member));
  }
}
