// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServer;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.traces.Traces;

/** {@link RecordedChaincode} as a service to which one real peer connects. */
public final class RecordedChaincodeServer extends ChaincodeBase {
  private final RecordedChaincode code = new RecordedChaincode();

  private RecordedChaincodeServer(String packageId) {
    processCommandLineOptions(new String[] {"-i", packageId});
    Metrics.initialize(getChaincodeConfig());
    Traces.initialize(getChaincodeConfig());
  }

  /**
   * A service without TLS, not started yet; its {@code start} returns once it is stopped. One for
   * each peer: the shim keeps a peer's state for the whole service.
   *
   * @param packageId what the peer's installation of the chaincode package answered
   * @param address where it listens
   * @throws IOException if it cannot be made
   */
  public static ChaincodeServer of(String packageId, InetSocketAddress address) throws IOException {
    ChaincodeServerProperties properties = new ChaincodeServerProperties();
    properties.setServerAddress(address);
    return new NettyChaincodeServer(new RecordedChaincodeServer(packageId), properties);
  }

  /**
   * Serves as a process of its own; {@code CORE_CHAINCODE_ID_NAME} and {@code
   * CHAINCODE_SERVER_ADDRESS} say what and where, as Fabric's own images expect.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String address = environment("CHAINCODE_SERVER_ADDRESS");
    int colon = address.lastIndexOf(':');
    of(
            environment("CORE_CHAINCODE_ID_NAME"),
            new InetSocketAddress(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))))
        .start();
  }

  private static String environment(String name) {
    return Objects.requireNonNull(System.getenv(name), name);
  }

  @Override
  public Response init(ChaincodeStub stub) {
    return code.init(stub);
  }

  @Override
  public Response invoke(ChaincodeStub stub) {
    return code.invoke(stub);
  }
}
