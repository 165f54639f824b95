// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.huxin.devnet.topology.LoopbackTopology;
import org.huxin.devnet.topology.Topology;
import org.huxin.devnet.topology.TopologyReader;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.EndorsementPolicy;
import org.huxin.embedded.suite.NetworkUnderTest;
import org.huxin.embedded.suite.RecordedChaincode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Fabric network of the four cities, of the shape that the suites expect; one for all test
 * classes. Where Fabric's programs are missing, the tests are skipped with the reason; unless the
 * system property {@value #PROPERTY} is {@value #REQUIRED}: then they fail with it.
 */
public final class FabricNetworkExtension implements ExecutionCondition, BeforeAllCallback {
  /** Whether real Fabric is demanded. */
  public static final String PROPERTY = "huxin.fabric";

  /** The value with which a missing program is a failure. */
  public static final String REQUIRED = "required";

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(FabricNetworkExtension.class);

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger SHIM = Logger.getLogger("org.hyperledger.fabric.shim");

  private @Nullable FabricNetwork network;

  /** The topology of the project, on free ports. */
  public static Topology freePorts(SecureRandom random) throws IOException {
    try (InputStream yaml =
        Files.newInputStream(
            Path.of(System.getProperty("huxin.root", ""), "network-config/four-cities.yaml"))) {
      return LoopbackTopology.of(TopologyReader.read(yaml), random);
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (REQUIRED.equals(System.getProperty(PROPERTY))) {
      return ConditionEvaluationResult.enabled("real Fabric is demanded");
    }
    try {
      FabricPrograms.find(System.getenv());
      return ConditionEvaluationResult.enabled("Fabric's programs are there");
    } catch (FabricRefusedException e) {
      return ConditionEvaluationResult.disabled("no real Fabric: " + e.getMessage());
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    network =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                FabricNetwork.class, key -> startUnchecked(), FabricNetwork.class);
  }

  private static FabricNetwork startUnchecked() {
    try {
      return start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Its logs stay beside the test reports. */
  private static FabricNetwork start() throws IOException {
    // It writes a stack trace for each conversation that ends with the network.
    SHIM.setLevel(Level.OFF);
    SecureRandom random = new SecureRandom();
    FabricPrograms programs = FabricPrograms.find(System.getenv());
    Path folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target/fabric")), "network");
    FabricNetwork network =
        FabricNetwork.start(programs, freePorts(random), folder, Clock.systemUTC(), random);
    network.deploy(ChaincodeDeployment.of(NetworkUnderTest.CHAINCODE, RecordedChaincode::new));
    network.deploy(
        ChaincodeDeployment.of(NetworkUnderTest.OTHER, RecordedChaincode::new)
            .withPolicy(EndorsementPolicy.outOf(2, NetworkUnderTest.MSP_IDS.subList(0, 3))));
    return network;
  }

  /** The network; during tests only. */
  public FabricNetwork network() {
    return Objects.requireNonNull(network);
  }
}
