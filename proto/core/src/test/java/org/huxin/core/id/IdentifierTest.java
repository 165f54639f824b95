// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentifierTest {
  private static final LicenceTypeCode TYPE = LicenceTypeCode.parse("11100000MB0143028R001");
  private static final Uscc ISSUER = Uscc.parse("11150602MB9T0002XY");

  @Test
  void theGeneratorWritesTheIdentifierOfThePage() {
    LicenceIdentifier identifier = new LicenceIdentifier(TYPE, ISSUER, "150602202300000001", 1);

    assertEquals(VectorFiles.example("identifier", "identifier"), identifier.text());
  }

  @Test
  void thePagesOfCodesAndPersonalDataHoldTheirExamples() {
    assertEquals(
        VectorFiles.example("codes", "check"), String.valueOf(Uscc.check("11100000MB0143028")));
    assertEquals(
        "[" + VectorFiles.example("personal-data", "found") + "]",
        PersonalDataDetector.find("鄂尔多斯 １５０６０２-19000101-0015").toString());
  }

  @Test
  void anyChangedCharacterOfTheBodyBreaksTheCheck() {
    String good = new LicenceIdentifier(TYPE, ISSUER, "150602202300000001", 1).text();
    int from = LicenceIdentifier.ROOT.length() + 1;
    for (int i = from; i < good.length(); i++) {
      for (char other : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
        if (good.charAt(i) != '.' && good.charAt(i) != other) {
          String changed = good.substring(0, i) + other + good.substring(i + 1);
          assertNotEquals(
              LicenceIdentifierReading.Check.OK, LicenceIdentifierReading.of(changed).check());
        }
      }
    }
  }

  /** Every state of MOD 37,36 is reached by one first character. */
  @Test
  void oneInSixHundredThirtyOfTheSwappedNeighboursEscapesTheCheck() {
    String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    int escaped = 0;
    int swaps = 0;
    for (int start = 0; start < alphabet.length(); start++) {
      for (int i = 0; i < alphabet.length(); i++) {
        for (int j = i + 1; j < alphabet.length(); j++) {
          char one = alphabet.charAt(i);
          char other = alphabet.charAt(j);
          String first = alphabet.substring(start, start + 1);
          swaps++;
          if (Mod3736.check(first + one + other) == Mod3736.check(first + other + one)) {
            escaped++;
          }
        }
      }
    }
    assertEquals(36, escaped);
    assertEquals(630 * escaped, swaps);
  }

  @Test
  void anyTwoDifferentNeighboursSwappedBreakTheCheckOfACreditCode() {
    String good = ISSUER.text();
    for (int i = 0; i + 1 < good.length(); i++) {
      if (good.charAt(i) != good.charAt(i + 1)) {
        String swapped =
            good.substring(0, i) + good.charAt(i + 1) + good.charAt(i) + good.substring(i + 2);
        assertThrows(IdentifierRefusedException.class, () -> Uscc.parse(swapped));
      }
    }
  }

  @Test
  void anyChangedCharacterBreaksTheCheckOfACreditCode() {
    String good = ISSUER.text();
    for (int i = 0; i < good.length(); i++) {
      for (char other : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        if (good.charAt(i) != other) {
          String changed = good.substring(0, i) + other + good.substring(i + 1);
          assertThrows(IdentifierRefusedException.class, () -> Uscc.parse(changed));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "A-1", "A.1", "Ａ"})
  void aSerialNumberIsUpperCaseLettersAndDigits(String serial) {
    assertThrows(
        IdentifierRefusedException.class, () -> new LicenceIdentifier(TYPE, ISSUER, serial, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1000})
  void aVersionHasThreeDigitsFromOne(int version) {
    assertThrows(
        IdentifierRefusedException.class, () -> new LicenceIdentifier(TYPE, ISSUER, "1", version));
  }

  @Test
  void theTextOfAnIdentifierForLogsShowsNoNumber() {
    LicenceIdentifier identifier = new LicenceIdentifier(TYPE, ISSUER, "150602190001010015", 1);

    assertFalse(identifier.toString().contains("150602190001010015"));
  }

  @Test
  void theTextOfAHolderForLogsShowsNoNumber() {
    HolderId holder = new HolderId(HolderCodeType.CITIZEN_ID, "150602190001010015");

    assertEquals("111:…", holder.toString());
  }

  @Test
  void aHoldersNumberIsCheckedWhereItHasACheckCharacter() {
    assertThrows(
        IdentifierRefusedException.class,
        () -> new HolderId(HolderCodeType.CITIZEN_ID, "150602190001010016"));
    assertThrows(
        IdentifierRefusedException.class,
        () -> new HolderId(HolderCodeType.USCC, "11150602MB9T0002XX"));
    assertEquals("G1", new HolderId(HolderCodeType.ORDINARY_PASSPORT, "G1").code());
    assertThrows(
        IdentifierRefusedException.class,
        () -> new HolderId(HolderCodeType.ORDINARY_PASSPORT, "名"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "150602-19000101-0015",
        "1150602190001010015",
        "150602190001010015X",
        "15060219000101001x",
        "150602000101001",
        "150602190013010012"
      })
  void aCitizensNumberHasOneWritingAlone(String code) {
    assertThrows(
        IdentifierRefusedException.class, () -> new HolderId(HolderCodeType.CITIZEN_ID, code));
  }

  @Test
  void aCreditCodeMayHaveDigitsThatAreNoDivisions() {
    String body = "11001234MB0143028";

    assertEquals(Optional.empty(), Uscc.parse(body + Uscc.check(body)).division());
  }

  @ParameterizedTest
  @CsvSource({
    "150000, 150600, true", "150600, 150602, true", "150600, 150600, true",
    "150602, 150600, false", "150602, 150603, false", "150600, 150100, false",
    "150600, 150000, false"
  })
  void aDivisionCoversItselfAndThoseBeneath(String one, String other, boolean covers) {
    assertEquals(covers, DivisionCode.parse(one).covers(DivisionCode.parse(other)));
  }

  @Test
  void aDivisionKnowsItsLevelAndParent() {
    DivisionCode county = DivisionCode.parse("150602");
    DivisionCode city = DivisionCode.parse("150600");
    DivisionCode province = DivisionCode.parse("150000");

    assertEquals(DivisionCode.Level.COUNTY, county.level());
    assertEquals(Optional.of(city), county.parent());
    assertEquals(DivisionCode.Level.CITY, city.level());
    assertEquals(Optional.of(province), city.parent());
    assertEquals(DivisionCode.Level.PROVINCE, province.level());
    assertEquals(Optional.empty(), province.parent());
  }

  @Test
  void codesKnowTheirOwners() {
    assertEquals(Uscc.parse("11100000MB0143028R"), TYPE.definer());
    assertEquals(
        Uscc.parse("11370800MB28559184"),
        ServiceItemCode.parse("11370800MB285591843370117002011").owner());
    assertEquals(Optional.of(DivisionCode.parse("150602")), ISSUER.division());
  }

  @Test
  void aKeyIdIsAnAuthoritysOrAHolders() {
    String thumbprint = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

    assertEquals(new KeyId.OfAuthority(ISSUER, 3), KeyId.parse("11150602MB9T0002XY#3"));
    assertEquals(new KeyId.OfHolder(new Thumbprint(thumbprint)), KeyId.parse(thumbprint));
    assertEquals("11150602MB9T0002XY#3", new KeyId.OfAuthority(ISSUER, 3).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "11150602MB9T0002XY",
        "11150602MB9T0002XY#",
        "11150602MB9T0002XY#0",
        "11150602MB9T0002XY#01",
        "11150602MB9T0002XY#100000",
        "11150602MB9T0002XX#1",
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4",
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4l"
      })
  void anythingElseIsNoKeyId(String text) {
    assertThrows(IdentifierRefusedException.class, () -> KeyId.parse(text));
  }

  @Test
  void digestsThatNameThingsAreOfTheirAlgorithm() {
    var sm3 = DigestAlgorithm.SM3.digest(Bytes.empty());
    var sha256 = DigestAlgorithm.SHA_256.digest(Bytes.empty());

    assertEquals(sm3.toString(), new SealKey(sm3).toString());
    assertThrows(IllegalArgumentException.class, () -> new SealKey(sha256));
    assertThrows(IllegalArgumentException.class, () -> new LedgerId(sm3));
    assertThrows(IllegalArgumentException.class, () -> new StatementId(sm3));
    assertEquals(new AnchorKey(sm3), AnchorKey.parse(sm3.toString()));
    assertTrue(new AnchorKey(sm3).compareTo(new AnchorKey(sha256)) != 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OrdosMSP", "A", "a-b.c"})
  void anMspIdIsALetterThenLettersDigitsDotsAndDashes(String text) {
    assertEquals(text, MspId.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1A", "A B", "鄂", "A_B"})
  void anythingElseIsNoMspId(String text) {
    assertThrows(IdentifierRefusedException.class, () -> MspId.parse(text));
  }

  @Test
  void everyHolderCodeTypeIsFoundByItsCode() {
    for (HolderCodeType type : HolderCodeType.values()) {
      assertEquals(Optional.of(type), HolderCodeType.ofCode(type.code()));
    }
    assertEquals(Optional.empty(), HolderCodeType.ofCode("000"));
  }

  @Test
  void everyIdentifierWritesWhatItReadsAndHasAnOrder() {
    String small = "sha256:" + "0".repeat(64);
    String large = "sha256:" + "f".repeat(64);
    ordered(LedgerId::parse, small, large);
    ordered(StatementId::parse, small, large);
    ordered(AnchorKey::parse, small, large);
    ordered(SealKey::parse, "sm3:" + "0".repeat(64), "sm3:" + "f".repeat(64));
    ordered(Uscc::parse, "11150602MB9T0002XY", "11150603MB9T00038D");
    ordered(DivisionCode::parse, "150602", "150603");
    ordered(LicenceTypeCode::parse, "11100000MB0143028R001", "11100000MB03271699001");
    ordered(
        ServiceItemCode::parse,
        "11100000MB032716991000115035000",
        "11370800MB285591843370117002011");
    ordered(MspId::parse, "BaotouMSP", "OrdosMSP");
    ordered(Thumbprint::parse, "A".repeat(43), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assertEquals("A".repeat(43), KeyId.parse("A".repeat(43)).toString());
  }

  private static <T extends Comparable<T>> void ordered(
      java.util.function.Function<String, T> parse, String smaller, String larger) {
    assertEquals(smaller, parse.apply(smaller).toString());
    assertEquals(larger, parse.apply(larger).toString());
    assertTrue(parse.apply(smaller).compareTo(parse.apply(larger)) < 0);
    assertTrue(parse.apply(larger).compareTo(parse.apply(smaller)) > 0);
    assertEquals(0, parse.apply(smaller).compareTo(parse.apply(smaller)));
  }

  @Test
  void theGreatestNumbersAreAccepted() {
    assertEquals(99_999, new KeyId.OfAuthority(ISSUER, 99_999).number());
    assertThrows(IdentifierRefusedException.class, () -> new KeyId.OfAuthority(ISSUER, 100_000));
    LicenceIdentifier longest = new LicenceIdentifier(TYPE, ISSUER, "9".repeat(64), 999);
    assertEquals(longest, LicenceIdentifier.parse(longest.text()));
    assertEquals("11100000MB0143028R001.11150602MB9T0002XY.…", longest.toString());
  }

  @Test
  void aHoldersKeyIsNamedByItsThumbprint() {
    var key =
        org.huxin.crypto.signature.VerifyingKey.ofPem(VectorFiles.example("keys", "spki-ED25519"));

    assertEquals(VectorFiles.example("keys", "thumbprint-ED25519"), Thumbprint.of(key).text());
  }
}
