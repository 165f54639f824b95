// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huxin.devnet.process.SupervisedProcess;
import org.huxin.devnet.topology.City;
import org.huxin.embedded.pki.OrganisationKeys;

/**
 * One city of a {@link FabricNetwork}: its orderer and its peer, each of which may be killed and
 * started again. Thread-safe.
 */
public final class FabricCity implements AutoCloseable {
  private final City city;
  private OrganisationKeys keys;
  private final FabricPrograms programs;
  private final CityFolder folder;
  private SupervisedProcess orderer;
  private SupervisedProcess peer;

  private FabricCity(City city, OrganisationKeys keys, FabricPrograms programs, CityFolder folder) {
    this.city = city;
    this.keys = keys;
    this.programs = programs;
    this.folder = folder;
    this.orderer = launchOrderer();
    this.peer = launchPeer();
  }

  /** Starts the city's programs without waiting for them. */
  static FabricCity launch(
      City city, OrganisationKeys keys, FabricPrograms programs, CityFolder folder) {
    return new FabricCity(city, keys, programs, folder);
  }

  /** The city's MSP id. */
  public String mspId() {
    return city.mspId();
  }

  /** All its certificates and keys. */
  public synchronized OrganisationKeys keys() {
    return keys;
  }

  /** Where clients find its peer: {@code host:port}. */
  public String peerEndpoint() {
    return city.endpoints().peer().toString();
  }

  /** Where its orderer listens: {@code host:port}. */
  public String ordererEndpoint() {
    return city.endpoints().orderer().toString();
  }

  /** Where its orderer's channel participation interface listens: {@code host:port}. */
  public String ordererAdminEndpoint() {
    return city.endpoints().ordererAdmin().toString();
  }

  ServiceBuilder builder() {
    return folder.builder();
  }

  /** The orderer's process. */
  public synchronized SupervisedProcess orderer() {
    return orderer;
  }

  /** The peer's process. */
  public synchronized SupervisedProcess peer() {
    return peer;
  }

  /**
   * Starts the orderer again, after it ended; once this returns, it listens.
   *
   * @throws FabricRefusedException {@link FabricRefusal#PROCESS_NOT_READY}
   * @throws IllegalStateException if it runs
   */
  public synchronized void restartOrderer() {
    requireEnded(orderer);
    orderer = launchOrderer();
    Readiness.await(orderer, city.endpoints().orderer().port());
  }

  /**
   * Starts the peer again, after it ended; once this returns, it listens.
   *
   * @throws FabricRefusedException {@link FabricRefusal#PROCESS_NOT_READY}
   * @throws IllegalStateException if it runs
   */
  public synchronized void restartPeer() {
    requireEnded(peer);
    peer = launchPeer();
    Readiness.await(peer, city.endpoints().peer().port());
  }

  private static void requireEnded(SupervisedProcess process) {
    if (process.running()) {
      throw new IllegalStateException(process.name() + " runs");
    }
  }

  /**
   * Keeps other certificates of the same city; its programs read them when they are started again.
   */
  synchronized void renew(OrganisationKeys renewed) throws IOException {
    folder.write(renewed);
    keys = renewed;
  }

  /** Waits until both programs listen. */
  synchronized void awaitListening() {
    Readiness.await(orderer, city.endpoints().orderer().port());
    Readiness.await(orderer, city.endpoints().ordererAdmin().port());
    Readiness.await(peer, city.endpoints().peer().port());
  }

  private SupervisedProcess launchOrderer() {
    return launch("orderer", programs.orderer(), List.of(), folder.ordererEnvironment());
  }

  private SupervisedProcess launchPeer() {
    return launch("peer", programs.peer(), List.of("node", "start"), folder.peerEnvironment());
  }

  private SupervisedProcess launch(
      String role, Path program, List<String> arguments, Map<String, String> environment) {
    String name = role + "0." + city.domain();
    try {
      return SupervisedProcess.start(
          name,
          program,
          arguments,
          environment,
          folder.root(),
          folder.logs().resolve(role + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /** Lets both programs end. */
  @Override
  public synchronized void close() {
    peer.close();
    orderer.close();
  }
}
