// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServer;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.traces.Traces;

/**
 * A chaincode as a service for one peer, in this JVM, on the loopback interface, without TLS. Never
 * for two peers: the shim keeps the state of its conversation once for the whole service, so a
 * second peer's connection makes it drop what the first one asked.
 */
public final class ChaincodeService implements AutoCloseable {
  private final ChaincodeServer server;

  private ChaincodeService(ChaincodeServer server) {
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @param code called by several threads at once
   * @param packageId as the peers name the package
   * @throws UncheckedIOException if the port cannot be had
   */
  public static ChaincodeService start(Chaincode code, String packageId, int port) {
    ChaincodeServerProperties properties = new ChaincodeServerProperties();
    properties.setServerAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    try {
      ChaincodeServer server = new NettyChaincodeServer(new Served(code, packageId), properties);
      Thread thread = new Thread(() -> serve(server, packageId), "chaincode-" + packageId);
      thread.setDaemon(true);
      thread.start();
      return new ChaincodeService(server);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve " + packageId, e);
    }
  }

  private static void serve(ChaincodeServer server, String packageId) {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve " + packageId, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops serving; what is being executed fails. */
  @Override
  public void close() {
    server.stop();
  }

  /** The shim serves only what extends its own class. */
  private static final class Served extends ChaincodeBase {
    private final Chaincode code;

    Served(Chaincode code, String packageId) {
      this.code = code;
      processCommandLineOptions(new String[] {"-i", packageId});
      Metrics.initialize(getChaincodeConfig());
      Traces.initialize(getChaincodeConfig());
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
}
