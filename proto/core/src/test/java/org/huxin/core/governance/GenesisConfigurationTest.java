// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.huxin.core.codec.DecodeRefusal;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.JsonLimits;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GenesisConfigurationTest {
  private static final String PAGE = VectorFiles.example("genesis", "configuration");

  @Test
  void theConfigurationOfThePageHasTheLedgerIdOfThePage() {
    GenesisConfiguration configuration = read(PAGE);

    assertEquals(
        DigestAlgorithm.SHA_256.digest(Bytes.utf8(PAGE)), configuration.ledgerId().digest());
    assertEquals(
        configuration.ledgerId().toString(),
        VectorFiles.currentExample("genesis", "ledger-id", configuration.ledgerId().toString()));
    assertEquals(Bytes.utf8(PAGE), GenesisConfiguration.CODEC.toBytes(configuration));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"code\":\"150602\" | \"code\":\"150102\"",
        "\"code\":\"150900\" | \"code\":\"150902\"",
        "\"code\":\"150900\" | \"code\":\"150600\"",
        "\"msp\":\"UlanqabMSP\" | \"msp\":\"OrdosMSP\"",
        "{\"code\":\"150602\",\"name\":\"东胜区\"} | {\"code\":\"150600\",\"name\":\"鄂尔多斯市\"}",
        "\"network\":\"sha256: | \"network\":\"sm3:",
        "\"governor\":\"11150900MB9T00134T\" | \"governor\":\"11150200MB9T00126U\""
      })
  void citiesAndDivisionsThatDoNotGoTogetherAreRefused(String part, String replacement) {
    DecodeRefusedException refused =
        assertThrows(DecodeRefusedException.class, () -> read(PAGE.replace(part, replacement)));

    assertEquals(DecodeRefusal.INCONSISTENT, refused.code());
  }

  @Test
  void aDivisionStandsOnceAndACityHasABoundedNumber() {
    String one = "{\"code\":\"150602\",\"name\":\"东胜区\"}";
    StringBuilder many = new StringBuilder(one);
    for (int i = 3; i < 68; i++) {
      many.append(one.replace("150602", "1506" + (i < 10 ? "0" : "") + i).replaceFirst("^", ","));
    }

    for (String divisions : new String[] {one + "," + one, many.toString()}) {
      DecodeRefusedException refused =
          assertThrows(DecodeRefusedException.class, () -> read(PAGE.replace(one, divisions)));

      assertEquals(DecodeRefusal.INCONSISTENT, refused.code());
    }
  }

  @Test
  void aNationalLicenceTypeStandsOnceInItsFirstVersion() {
    String type = VectorFiles.example("catalogue", "define-licence-type");

    assertEquals(1, read(withTypes(type)).licenceTypes().size());
    for (String types :
        new String[] {type + "," + type, type.replace("\"version\":1", "\"version\":2")}) {
      DecodeRefusedException refused =
          assertThrows(DecodeRefusedException.class, () -> read(withTypes(types)));

      assertEquals(DecodeRefusal.INCONSISTENT, refused.code());
    }
  }

  @Test
  void aNoteKeyIsAnEd25519Key() {
    DecodeRefusedException refused =
        assertThrows(
            DecodeRefusedException.class,
            () -> read(PAGE.replace("\"use\":\"SIGN\"", "\"use\":\"NOTE\"")));

    assertEquals(DecodeRefusal.INCONSISTENT, refused.code());
  }

  @Test
  void possessionIsProvenForTheNetwork() {
    GenesisConfiguration configuration = read(PAGE);

    assertEquals(configuration.network(), configuration.possessionScope().digest());
  }

  private static String withTypes(String types) {
    return PAGE.replace("\"licenceTypes\":[]", "\"licenceTypes\":[" + types + "]");
  }

  private static GenesisConfiguration read(String json) {
    return GenesisConfiguration.CODEC.fromBytes(Bytes.utf8(json), JsonLimits.STATEMENT);
  }
}
