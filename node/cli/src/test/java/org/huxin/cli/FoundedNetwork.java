// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.network.EmbeddedCityNetwork;
import org.huxin.devnet.network.FoundedCities;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.network.NetworkFolder;
import org.huxin.devnet.pki.BusinessKeys;
import org.huxin.devnet.topology.FourCities;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;

/** Four founded cities in this process, and the program as their people use it. */
final class FoundedNetwork implements AutoCloseable {
  /** What the program answered. */
  record Run(int code, String out, String err) {
    JsonObject json() {
      return (JsonObject) CanonicalJson.decode(Bytes.utf8(out.strip()), JsonLimits.FILE);
    }

    String text(String member) {
      return ((JsonString) json().get(member).orElseThrow()).value();
    }
  }

  private final NetworkFolder folder;
  private final EmbeddedCityNetwork network;
  private final FoundedCities cities;

  private FoundedNetwork(Path root, Transport transport) throws IOException {
    Topology topology = FourCities.topology();
    folder = NetworkFolder.open(root);
    network = EmbeddedCityNetwork.startOnFreePorts(topology, transport, folder.network());
    cities =
        FoundedCities.on(
            network, topology, folder, Founding.standard(), Clock.systemUTC(), new SecureRandom());
  }

  static FoundedNetwork plain(Path root) throws IOException {
    return new FoundedNetwork(root, Transport.PLAINTEXT);
  }

  static FoundedNetwork secured(Path root) throws IOException {
    return new FoundedNetwork(root, Transport.TLS);
  }

  FoundedCities cities() {
    return cities;
  }

  EmbeddedCityNetwork network() {
    return network;
  }

  FoundedCity city(String code) {
    return cities.city(code);
  }

  static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Huxin.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Run(code, out.toString(), err.toString());
  }

  /** As a city's governor. */
  Run governor(String city, String... arguments) {
    FoundedCity governed = city(city);
    return as(
        governed,
        governed.governorKeyId().toString(),
        BusinessKeys.file(governed.keys(), FoundedCity.GOVERNOR),
        arguments);
  }

  /** As somebody who signs with a key of its own. */
  Run as(FoundedCity city, String name, Path key, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--as", name, "--signer", key.toString()));
    return in(city, all.toArray(String[]::new));
  }

  /** As anybody who has a city's profile. */
  Run in(FoundedCity city, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--profile", city.profileFile().toString()));
    return run(all.toArray(String[]::new));
  }

  @Override
  public void close() {
    network.close();
    folder.close();
  }
}
