// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;
import org.huxin.devnet.fabric.FabricCityNetwork;
import org.huxin.devnet.fabric.FabricPrograms;
import org.huxin.devnet.fabric.FabricRefusedException;
import org.huxin.devnet.network.CityNetwork;
import org.huxin.devnet.network.EmbeddedCityNetwork;
import org.huxin.devnet.network.FoundedCities;
import org.huxin.devnet.network.FoundedCity;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.network.NetworkFolder;
import org.huxin.devnet.network.NetworkRefusedException;
import org.huxin.devnet.pki.BusinessKeys;
import org.huxin.devnet.topology.FourCities;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code huxin network start}: four cities in this process, with their ledger founded; a folder
 * keeps everything, and starting again on it goes on. Runs until it is told to end.
 */
@Command(
    name = "start",
    description =
        "Starts four cities in one process, founded and ready; Ctrl-C stops them, starting again"
            + " goes on. 启动四城网络并创立账本；Ctrl-C 停止，再次启动即接续。",
    mixinStandardHelpOptions = true)
final class NetworkStartCommand implements Callable<Integer> {
  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger SHIM = Logger.getLogger("org.hyperledger.fabric.shim");

  @Mixin private NetworkDirOption dir = new NetworkDirOption();

  @Option(
      names = "--fabric",
      description =
          "real Fabric, from its own programs on the PATH or in HUXIN_FABRIC_BIN. 使用真实 Fabric。")
  private boolean fabric;

  @Option(
      names = "--any-ports",
      description = "any free ports, in the place of those of network-config/four-cities.yaml")
  private boolean anyPorts;

  @Option(names = "--plaintext", description = "without TLS, for tools that cannot do it")
  private boolean plaintext;

  @Option(names = "--json", description = "one JSON object for scripts, once it is ready")
  private boolean json;

  @Mixin private Language language = new Language();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    Instant begin = Instant.now();
    NetworkFolder folder = open();
    CityNetwork network;
    try {
      network = start(folder);
    } catch (NetworkRefusedException e) {
      folder.close();
      throw refused(e);
    }
    CountDownLatch ended = new CountDownLatch(1);
    // The JVM ends all threads at Ctrl-C: what must still be done is done here.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  network.close();
                  folder.close();
                  ended.countDown();
                },
                "stop"));
    try {
      FoundedCities cities =
          FoundedCities.on(
              network,
              topology(),
              folder,
              Founding.standard(),
              Clock.systemUTC(),
              new SecureRandom());
      say(folder, cities, Duration.between(begin, Instant.now()));
    } catch (NetworkRefusedException e) {
      throw refused(e);
    }
    ended.await();
    return ExitCode.GOOD;
  }

  private static Topology topology() {
    return FourCities.topology();
  }

  private NetworkFolder open() {
    try {
      return NetworkFolder.open(dir.path());
    } catch (NetworkRefusedException e) {
      throw refused(e);
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.CANNOT_CREATE, dir.path() + " cannot be written: " + e.getMessage());
    }
  }

  private CityNetwork start(NetworkFolder folder) {
    if (fabric) {
      return onFabric(folder);
    }
    Transport transport = plaintext ? Transport.PLAINTEXT : Transport.TLS;
    return anyPorts
        ? EmbeddedCityNetwork.startOnFreePorts(topology(), transport, folder.network())
        : EmbeddedCityNetwork.start(topology(), transport, folder.network());
  }

  private CityNetwork onFabric(NetworkFolder folder) {
    if (anyPorts || plaintext) {
      throw new CommandFailedException(
          ExitCode.USAGE, "--any-ports and --plaintext are not of real Fabric");
    }
    // It writes a stack trace for each conversation that ends with the network.
    SHIM.setLevel(Level.OFF);
    try {
      return FabricCityNetwork.start(
          FabricPrograms.find(System.getenv()),
          topology(),
          folder.root().resolve("fabric"),
          Clock.systemUTC(),
          new SecureRandom());
    } catch (FabricRefusedException e) {
      folder.close();
      throw new CommandFailedException(
          ExitCode.UNAVAILABLE, "there is no Fabric network: " + e.getMessage());
    }
  }

  private CommandFailedException refused(NetworkRefusedException e) {
    String what = String.join(" ", e.evidence().values());
    int code =
        switch (e.code()) {
          case PORT_IN_USE, FOLDER_IN_USE -> ExitCode.UNAVAILABLE;
          case FOLDER_NOT_OF_A_NETWORK -> ExitCode.CANNOT_CREATE;
          case FOLDER_OF_OTHER_LEDGER -> ExitCode.BAD;
        };
    return new CommandFailedException(
        code, language.text("network." + e.code().name()).formatted(what));
  }

  private void say(NetworkFolder folder, FoundedCities cities, Duration took) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(CanonicalJson.text(object(folder, cities)));
      return;
    }
    out.println(
        language
            .text(cities.isFresh() ? "network.founded" : "network.resumed")
            .formatted(cities.cities().size(), took.toMillis() / 1000.0));
    out.println(line("ledger", cities.ledger().toString()));
    out.println(line("folder", folder.root().toString()));
    out.println(line("connection", folder.connection().toString()));
    for (FoundedCity city : cities.cities()) {
      out.println();
      out.println(name(city) + "  " + city.profile().peers().get(0).endpoint());
      out.println("  " + line("profile", city.profileFile().toString()));
      out.println("  " + line("governor", city.governorKeyId().toString()));
      out.println("  " + line("key", key(city).toString()));
    }
    out.println();
    out.println(language.text("network.try"));
    out.println("  huxin authority list --profile " + cities.cities().get(0).profileFile());
    out.println(language.text("network.stop"));
  }

  private String line(String what, String value) {
    return language.text("network." + what) + ": " + value;
  }

  private String name(FoundedCity city) {
    return language.isChinese() ? city.city().name() : city.city().english();
  }

  private static Path key(FoundedCity city) {
    return BusinessKeys.file(city.keys(), FoundedCity.GOVERNOR);
  }

  private static JsonObject object(NetworkFolder folder, FoundedCities founded) {
    List<JsonValue> cities = new ArrayList<>();
    for (FoundedCity city : founded.cities()) {
      cities.add(
          JsonObject.builder()
              .put("code", city.city().code())
              .put("name", city.city().name())
              .put("mspId", city.city().mspId())
              .put("endpoint", city.profile().peers().get(0).endpoint().text())
              .put("profile", city.profileFile().toString())
              .put("governor", city.governorKeyId().toString())
              .put("governorKey", key(city).toString())
              .build());
    }
    return JsonObject.builder()
        .put("ledger", founded.ledger().toString())
        .put("fresh", founded.isFresh())
        .put("dir", folder.root().toString())
        .put("connection", folder.connection().toString())
        .put("cities", new JsonArray(cities))
        .build();
  }
}
