// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

/** Runs a chaincode as a service for one peer: in this JVM, or as a program of its own. */
@FunctionalInterface
public interface ChaincodeRunner {

  /**
   * Starts the service.
   *
   * @param mspId whose peer will call it
   * @param packageId as the peers name the package
   * @param port of the loopback interface, on which it listens
   * @return what stops it
   */
  AutoCloseable run(String mspId, String packageId, int port);
}
