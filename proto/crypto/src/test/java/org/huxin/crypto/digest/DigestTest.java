// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestTest {
  @ParameterizedTest
  @CsvSource({
    "'',1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b",
    "abc,66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd,"
        + "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
  })
  void sm3GivesTheExamplesOfTheStandard(String message, String digest) {
    assertEquals(digest, DigestAlgorithm.SM3.digest(Bytes.utf8(message)).value().hex());
  }

  @ParameterizedTest
  @CsvSource({
    "'',e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc,ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  })
  void sha256GivesTheExamplesOfTheStandard(String message, String digest) {
    assertEquals(digest, DigestAlgorithm.SHA_256.digest(Bytes.utf8(message)).value().hex());
  }

  @ParameterizedTest
  @EnumSource(DigestAlgorithm.class)
  void theTextFormReadsBack(DigestAlgorithm algorithm) {
    Digest digest = algorithm.digest(Bytes.utf8("互信"));

    assertEquals(digest, Digest.parse(digest.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sm3",
        "sm3:",
        "md5:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "SM3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "sm3:66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0",
        "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8",
        "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0e0",
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
      })
  void anythingButTheTextFormIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Digest.parse(text));
  }

  @ParameterizedTest
  @EnumSource(DigestAlgorithm.class)
  void aStreamHasTheDigestOfItsBytes(DigestAlgorithm algorithm) throws IOException {
    byte[] large = new byte[100_000];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31);
    }

    assertEquals(
        algorithm.digest(Bytes.of(large)), Digest.of(algorithm, Bytes.of(large).asInputStream()));
  }

  @Test
  void digestsOfTwoAlgorithmsAreNeverEqual() {
    Bytes value = Bytes.of(new byte[DigestAlgorithm.LENGTH]);

    assertNotEquals(
        new Digest(DigestAlgorithm.SM3, value), new Digest(DigestAlgorithm.SHA_256, value));
  }

  @Test
  void theTupleOfTheSpecificationHasItsHash() {
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      Digest hash =
          TupleHash.begin(algorithm, "huxin/example/1")
              .add("互信")
              .add(Bytes.fromHex("0001ff"))
              .finish();
      assertEquals(VectorFiles.example("digest", "tuple-" + algorithm.label()), hash.toString());
    }
  }

  @Test
  void aTupleHashesItsPartsEachAfterItsLength() {
    Bytes input =
        Bytes.concat(
            Bytes.fromHex("00000003"),
            Bytes.utf8("tag"),
            Bytes.fromHex("00000001"),
            Bytes.utf8("a"),
            Bytes.fromHex("00000000"));

    assertEquals(
        DigestAlgorithm.SHA_256.digest(input),
        TupleHash.begin(DigestAlgorithm.SHA_256, "tag").add("a").add(Bytes.empty()).finish());
  }

  @Test
  void movingALetterFromOnePartToTheNextGivesAnotherHash() {
    assertNotEquals(
        TupleHash.begin(DigestAlgorithm.SM3, "tag").add("ab").add("c").finish(),
        TupleHash.begin(DigestAlgorithm.SM3, "tag").add("a").add("bc").finish());
  }

  @ParameterizedTest
  @ValueSource(strings = {"e\u0301", "\ud800", "a\udc00"})
  void aTextThatIsNotInNormalizationFormCOrNotUnicodeIsRefused(String text) {
    TupleHash tuple = TupleHash.begin(DigestAlgorithm.SM3, "tag");

    assertThrows(IllegalArgumentException.class, () -> tuple.add(text));
  }
}
