// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.huxin.crypto.bytes.Bytes;

/** Whatever is read as a mapping or as rows is read or refused. */
final class StockMappingFuzzTest {
  private static final StockMapping MAPPING =
      StockMapping.parse(
          Bytes.utf8(
              """
              {"issuer": "11150602MB9T0002XY", "type": "11100000MB0143028R001", "typeVersion": 1,
               "division": "150602", "trustLevel": "B",
               "columns": {"identifier": "i", "issuedOn": "d"},
               "holders": [{"code": "h", "type": "001"}],
               "attributes": [{"name": "MC", "column": "a"}]}
              """));

  @FuzzTest
  void aMappingIsReadOrRefused(byte[] input) {
    try {
      StockMapping mapping = StockMapping.parse(Bytes.of(input));
      assertEquals(mapping, StockMapping.parse(StockMapping.CODEC.toBytes(mapping)));
    } catch (StockRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void everyRowOfAnyFileIsReadOrRefused(byte[] input) throws IOException {
    byte[] header = "i,d,h,a\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] file = java.util.Arrays.copyOf(header, header.length + input.length);
    System.arraycopy(input, 0, file, header.length, input.length);
    try (StockFile rows = new StockFile(new ByteArrayInputStream(file), MAPPING, type -> false)) {
      int count = 0;
      while (rows.hasNext()) {
        rows.next();
        count++;
      }
      assertTrue(count <= input.length);
    } catch (StockRefusedException refused) {
      // the file as a whole is none
    }
  }
}
