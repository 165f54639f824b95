// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.random.RandomGenerator;
import org.huxin.chaincode.packaging.ServicePackage;
import org.huxin.devnet.process.LoopbackPorts;

/**
 * The chaincode services of a network, one for each peer and package, and where each listens.
 * Thread-safe.
 */
final class ChaincodeServices implements AutoCloseable {
  private final RandomGenerator random;
  private final Deque<AutoCloseable> services = new ConcurrentLinkedDeque<>();

  ChaincodeServices(RandomGenerator random) {
    this.random = random;
  }

  /** Whether the cities' peers have been told where the services of a package listen. */
  boolean known(List<FabricCity> cities, ServicePackage servicePackage) {
    return !ports(cities, servicePackage).isEmpty();
  }

  /** Runs a package's service for each city, on free ports of which the peers are told. */
  void start(List<FabricCity> cities, ServicePackage servicePackage, ChaincodeRunner runner) {
    List<Integer> ports = LoopbackPorts.free(cities.size(), random);
    for (int i = 0; i < cities.size(); i++) {
      try {
        cities.get(i).builder().serve(servicePackage.label(), ports.get(i));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot tell the peer where its chaincode is", e);
      }
    }
    run(cities, servicePackage, ports, runner);
  }

  /**
   * Runs the services again where the peers look for them.
   *
   * @throws IllegalArgumentException if a peer was not told of the package
   */
  void resume(List<FabricCity> cities, ServicePackage servicePackage, ChaincodeRunner runner) {
    List<Integer> ports = ports(cities, servicePackage);
    if (ports.size() < cities.size()) {
      throw new IllegalArgumentException("not every peer has " + servicePackage.label());
    }
    run(cities, servicePackage, ports, runner);
  }

  private static List<Integer> ports(List<FabricCity> cities, ServicePackage servicePackage) {
    List<Integer> ports = new ArrayList<>();
    for (FabricCity city : cities) {
      try {
        city.builder().port(servicePackage.label()).ifPresent(ports::add);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read where chaincode is", e);
      }
    }
    return ports;
  }

  private void run(
      List<FabricCity> cities,
      ServicePackage servicePackage,
      List<Integer> ports,
      ChaincodeRunner runner) {
    for (int i = 0; i < cities.size(); i++) {
      services.push(runner.run(cities.get(i).mspId(), servicePackage.packageId(), ports.get(i)));
    }
  }

  @Override
  public void close() {
    for (AutoCloseable service : services) {
      stop(service);
    }
    services.clear();
  }

  private static void stop(AutoCloseable service) {
    try {
      service.close();
    } catch (Exception e) {
      throw new IllegalStateException("a chaincode service cannot be stopped", e);
    }
  }
}
