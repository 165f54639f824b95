// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.devnet.deployment.Deployment;
import org.huxin.devnet.deployment.Installation;
import org.huxin.devnet.deployment.NamedTopology;
import org.huxin.devnet.network.Founding;
import org.huxin.devnet.topology.FourCities;
import org.huxin.devnet.topology.Topology;
import org.huxin.devnet.topology.TopologyReader;
import org.huxin.devnet.topology.TopologyRefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code huxin network files}: writes a folder for each city's machine, with which a real Fabric
 * network is run and founded. Never overwrites.
 */
@Command(
    name = "files",
    description =
        "Writes a folder for each city's machine: keys, Fabric's settings, containers or units, and"
            + " the scripts that found the network. 为各城市的服务器生成真实 Fabric 网络所需的全部文件。",
    mixinStandardHelpOptions = true)
final class NetworkFilesCommand implements Callable<Integer> {
  @Option(
      names = "--dir",
      paramLabel = "DIR",
      required = true,
      description = "an empty folder, or one that does not exist")
  private Path dir = Path.of("");

  @Option(
      names = "--topology",
      paramLabel = "FILE",
      description =
          "the cities, as in network-config/four-cities.yaml; by default those. Processes on"
              + " localhost get names beneath their city's domain")
  private Optional<Path> topology = Optional.empty();

  @Option(names = "--json", description = "one JSON object for scripts")
  private boolean json;

  @Mixin private Language language = new Language();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Topology cities = NamedTopology.of(topology.map(this::read).orElseGet(FourCities::topology));
    LedgerId ledger = write(cities);
    List<JsonValue> folders =
        cities.cities().stream()
            .map(city -> dir.toAbsolutePath().normalize().resolve(city.domain()).toString())
            .<JsonValue>map(JsonString::new)
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          CanonicalJson.text(
              JsonObject.builder()
                  .put("folders", new JsonArray(folders))
                  .put("ledger", ledger.toString())
                  .build()));
    } else {
      out.println(language.text("network.ledger") + ": " + ledger);
      folders.forEach(each -> out.println("  " + ((JsonString) each).value()));
      out.println(language.text("network.files.next"));
    }
    return ExitCode.GOOD;
  }

  private Topology read(Path file) {
    try (InputStream yaml = Files.newInputStream(file)) {
      return TopologyReader.read(yaml);
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(ExitCode.NO_INPUT, file + " does not exist");
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.NO_INPUT, file + " cannot be read: " + e.getMessage());
    } catch (TopologyRefusedException e) {
      throw new CommandFailedException(ExitCode.BAD, file + ": " + e.getMessage());
    }
  }

  private LedgerId write(Topology cities) {
    try {
      return Deployment.write(
          cities,
          Founding.standard(),
          Installation.standard(),
          dir,
          Instant.now(),
          new SecureRandom());
    } catch (DirectoryNotEmptyException e) {
      throw new CommandFailedException(
          ExitCode.CANNOT_CREATE, dir + " holds something already and is not overwritten");
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.CANNOT_CREATE, dir + " cannot be written: " + e.getMessage());
    }
  }
}
