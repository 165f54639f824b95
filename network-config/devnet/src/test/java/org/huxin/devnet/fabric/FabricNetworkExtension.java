// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.util.Objects;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EndorsementPolicy;
import org.huxin.embedded.suite.NetworkUnderTest;
import org.huxin.embedded.suite.RecordedChaincode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Fabric network of the four cities, of the shape that the suites expect; one for all test
 * classes.
 */
public final class FabricNetworkExtension implements BeforeAllCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(FabricNetworkExtension.class);

  private @Nullable FabricNetwork network;

  @Override
  public void beforeAll(ExtensionContext context) {
    network =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(FabricNetwork.class, key -> start(), FabricNetwork.class);
  }

  private static FabricNetwork start() {
    try {
      FabricNetwork network = TestNetworks.start(TestNetworks.freePorts(), TestNetworks.folder());
      network.deploy(ChaincodeDeployment.of(NetworkUnderTest.CHAINCODE, RecordedChaincode::new));
      network.deploy(
          ChaincodeDeployment.of(NetworkUnderTest.OTHER, RecordedChaincode::new)
              .withPolicy(EndorsementPolicy.outOf(2, NetworkUnderTest.MSP_IDS.subList(0, 3))));
      return network;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The network; during tests only. */
  public FabricNetwork network() {
    return Objects.requireNonNull(network);
  }
}
