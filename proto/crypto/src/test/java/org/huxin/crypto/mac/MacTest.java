// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.mac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MacTest {
  @ParameterizedTest
  @CsvSource({
    // RFC 4231, test cases 1, 2 and 3
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,4869205468657265,"
        + "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "4a656665,7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
        + "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
        + "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
        + "dddddddddddddddddddddddddddddddddddd,"
        + "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
  })
  void hmacGivesTheResultsOfRfc4231(String key, String message, String mac) {
    assertEquals(mac, HmacSha256.mac(Bytes.fromHex(key), Bytes.fromHex(message)).hex());
  }

  @Test
  void hkdfGivesTheResultOfRfc5869() {
    Bytes result =
        HkdfSha256.derive(
            Bytes.fromHex("0b".repeat(22)),
            Bytes.fromHex("000102030405060708090a0b0c"),
            Bytes.fromHex("f0f1f2f3f4f5f6f7f8f9"),
            42);

    assertEquals(
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        result.hex());
  }

  @Test
  void hkdfWithoutSaltAndInfoGivesTheResultOfRfc5869() {
    Bytes result =
        HkdfSha256.derive(Bytes.fromHex("0b".repeat(22)), Bytes.empty(), Bytes.empty(), 42);

    assertEquals(
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
        result.hex());
  }

  @Test
  void hkdfGivesNeitherNothingNorMoreThanTheStandardAllows() {
    Bytes secret = Bytes.utf8("secret");

    assertThrows(
        IllegalArgumentException.class,
        () -> HkdfSha256.derive(secret, Bytes.empty(), Bytes.empty(), 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> HkdfSha256.derive(secret, Bytes.empty(), Bytes.empty(), HkdfSha256.MAX_LENGTH + 1));
  }
}
