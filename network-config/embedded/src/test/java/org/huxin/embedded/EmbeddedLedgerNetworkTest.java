// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import java.util.List;
import org.huxin.embedded.junit.EmbeddedNetworkExtension;
import org.hyperledger.fabric.client.Network;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of a ledger, on an embedded network. */
class EmbeddedLedgerNetworkTest extends LedgerNetworkContractTest {
  @RegisterExtension
  static final EmbeddedNetworkExtension NETWORK =
      EmbeddedNetworkExtension.of(
          network ->
              network
                  .organisations("OrdosMSP", "HohhotMSP", "BaotouMSP", "UlanqabMSP")
                  .chaincode("licence", RecordedChaincode::new)
                  .chaincode(
                      ChaincodeDeployment.of("registry", RecordedChaincode::new)
                          .withPolicy(
                              EndorsementPolicy.outOf(
                                  2, List.of("OrdosMSP", "HohhotMSP", "BaotouMSP")))));

  private static GatewayClient client;

  @BeforeAll
  static void connect() {
    client = new GatewayClient(NETWORK.network(), "OrdosMSP");
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  Network network() {
    return client.network();
  }
}
