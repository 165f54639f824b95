// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All cities must compute one package id, whatever machine they build on. */
class ServicePackageBytesTest {
  @Test
  void thePackageIsTheSameOnEveryMachine() {
    // Computed once, by sha256sum over the written file.
    assertEquals(
        "huxin_1:69f16657f62b791d7f8b98df3feae6d6f2f8b3b9e85003071b748b32dca174f3",
        ServicePackage.of("huxin_1").packageId());
  }

  @Test
  void theGzipHeaderNamesNoTimeAndNoSystem() {
    assertTrue(ServicePackage.of("huxin_1").archive().hex().startsWith("1f8b08000000000000ff"));
  }

  @Test
  void aPackageOfAServiceWithMutualTlsHasPlacesForEachPeersOwnFiles() throws IOException {
    ServicePackage made = ServicePackage.withMutualTls("huxin_1");
    assertNotEquals(ServicePackage.of("huxin_1").packageId(), made.packageId());
    // Archives are stored, not compressed, so what they hold stands in them in the clear.
    String text = new String(made.archive().toByteArray(), StandardCharsets.UTF_8);
    for (String place :
        new String[] {
          "\"address\":\"{{.address}}\"",
          "\"client_auth_required\":true",
          "\"client_cert\":\"{{.client_cert}}\"",
          "\"client_key\":\"{{.client_key}}\"",
          "\"root_cert\":\"{{.root_cert}}\"",
          "\"tls_required\":true"
        }) {
      assertTrue(text.contains(place), place);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 200_000})
  void whatIsStoredIsReadBackByAnyGzip(int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    byte[] stored = StoredGzip.of(Bytes.of(bytes)).toByteArray();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      assertArrayEquals(bytes, in.readAllBytes());
    }
  }
}
