// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.huxin.embedded.junit.EmbeddedNetworkExtension;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.GoldenTableContractTest;
import org.huxin.embedded.suite.NetworkUnderTest;
import org.hyperledger.fabric.client.EndorseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How Fabric's gateway fails, on an embedded network; and what only this one tells. */
class EmbeddedGoldenTableTest extends GoldenTableContractTest {
  @RegisterExtension
  static final EmbeddedNetworkExtension NETWORK =
      EmbeddedNetworkExtension.of(NetworkUnderTest::describe);

  @Override
  protected NetworkUnderTest underTest() {
    return NetworkUnderTest.of(NETWORK.network());
  }

  @Test
  void tellsInWhatEndorsementsDiffer() {
    int before = NETWORK.network().mismatches().size();
    try (GatewayClient client = new GatewayClient(NETWORK.network(), "OrdosMSP")) {
      assertThrows(
          EndorseException.class,
          () -> client.contract(NetworkUnderTest.CHAINCODE).submitTransaction("random", "differs"));
    }
    var mismatch = NETWORK.network().mismatches().get(before);
    assertEquals("OrdosMSP", mismatch.first());
    assertEquals(
        List.of(":response", "licence:differs"),
        mismatch.differences().stream()
            .map(difference -> difference.namespace() + ":" + difference.key())
            .collect(Collectors.toList()));
    assertNotEquals("OrdosMSP", mismatch.other());
    for (var difference : mismatch.differences()) {
      assertFalse(difference.first().isEmpty() || difference.other().isEmpty());
      assertNotEquals(difference.first(), difference.other());
    }
  }
}
