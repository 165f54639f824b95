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
        "\"governor\":\"11150900MB9T00134T\" | \"governor\":\"11150200MB9T00126U\""
      })
  void citiesAndDivisionsThatDoNotGoTogetherAreRefused(String part, String replacement) {
    DecodeRefusedException refused =
        assertThrows(DecodeRefusedException.class, () -> read(PAGE.replace(part, replacement)));

    assertEquals(DecodeRefusal.INCONSISTENT, refused.code());
  }

  private static GenesisConfiguration read(String json) {
    return GenesisConfiguration.CODEC.fromBytes(Bytes.utf8(json), JsonLimits.STATEMENT);
  }
}
