// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huxin.devnet.demo.Demo;
import org.huxin.devnet.demo.JsonTelling;
import org.huxin.devnet.demo.Listener;
import org.huxin.devnet.demo.Telling;
import org.huxin.devnet.demo.TextTelling;
import org.huxin.devnet.demo.Texts;
import org.huxin.devnet.demo.World;
import org.huxin.devnet.network.EmbeddedCityNetwork;
import org.huxin.devnet.network.NetworkFolder;
import org.huxin.devnet.topology.FourCities;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code huxin demo}: tells the story of four cities on a network of its own, which is gone
 * afterwards. Exit 0 only if every step came to what it should.
 */
@Command(
    name = "demo",
    description =
        "Tells the story of four cities, from the founding of their ledger to a kiosk without a"
            + " network. 演示四城互认全过程。",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--json", description = "one JSON object for scripts")
  private boolean json;

  @Mixin private Language language = new Language();
  @Spec private CommandSpec spec = CommandSpec.create();

  private final Demo demo;

  DemoCommand() {
    this(Demo.fourCities());
  }

  DemoCommand(Demo demo) {
    this.demo = demo;
  }

  @Override
  public Integer call() {
    Path temporary = temporary();
    Thread atInterrupt = new Thread(() -> delete(temporary), "demo's folder");
    Runtime.getRuntime().addShutdownHook(atInterrupt);
    try {
      return tell(temporary) ? ExitCode.GOOD : ExitCode.BAD;
    } catch (IOException e) {
      throw failed(e);
    } finally {
      delete(temporary);
      forget(atInterrupt);
    }
  }

  private boolean tell(Path temporary) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    TextTelling text = new TextTelling(new Texts(language.locale()), out, Terminal.of(spec));
    if (!json) {
      text.begin();
    }
    Topology topology = FourCities.topology();
    Telling telling;
    try (NetworkFolder folder = NetworkFolder.open(temporary.resolve("cities"));
        EmbeddedCityNetwork network =
            EmbeddedCityNetwork.startOnFreePorts(topology, Transport.TLS, folder.network());
        World world = new World(network, topology, folder, Clock.systemUTC(), new SecureRandom())) {
      telling = demo.tell(world, json ? Listener.DEAF : text);
    }
    if (json) {
      out.println(JsonTelling.of(telling));
    } else {
      text.end(telling);
    }
    return telling.ok();
  }

  private static void forget(Thread hook) {
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook does its work.
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("huxin-demo");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static CommandFailedException failed(IOException e) {
    return new CommandFailedException(
        ExitCode.CANNOT_CREATE, "no folder for the demo: " + e.getMessage());
  }

  /** The keys of the demo are nobody's; what cannot be deleted is left to the system. */
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // Deleted already, or written to while the process is interrupted.
    }
  }
}
