// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NetworkFilesCommandTest {
  @TempDir private Path temporary;

  private record Run(int code, String out, String err) {}

  private static Run files(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all =
        Stream.concat(Stream.of("network", "files"), Stream.of(arguments).map(Object::toString))
            .toArray(String[]::new);
    int code = Huxin.run(new PrintWriter(out), new PrintWriter(err), all);
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void everyCityGetsAFolder() throws IOException {
    Path folder = temporary.resolve("cities");
    Run run = files("--dir", folder, "--json");
    assertEquals(ExitCode.GOOD, run.code(), run.err());
    JsonObject answer =
        (JsonObject) CanonicalJson.decode(Bytes.utf8(run.out().strip()), JsonLimits.FILE);
    JsonArray folders = (JsonArray) answer.get("folders").orElseThrow();
    assertEquals(4, folders.items().size());
    for (JsonValue each : folders.items()) {
      Path city = Path.of(((JsonString) each).value());
      assertTrue(Files.isRegularFile(city.resolve("compose.yaml")), city.toString());
      assertTrue(Files.isExecutable(city.resolve("1-join-orderer.sh")), city.toString());
    }
    assertTrue(run.out().contains("\"ledger\":\"sha256:"), run.out());
  }

  @Test
  void peopleAreToldWhatComesNext() {
    assertTrue(
        files("--dir", temporary.resolve("a"), "--lang", "en").out().contains("found the network"));
    assertTrue(files("--dir", temporary.resolve("b"), "--lang", "zh").out().contains("创立"));
  }

  @Test
  void whatIsThereIsNotOverwritten() throws IOException {
    Files.writeString(temporary.resolve("mine"), "mine");
    Run run = files("--dir", temporary);
    assertEquals(ExitCode.CANNOT_CREATE, run.code());
    assertTrue(run.err().contains("not overwritten"), run.err());
  }

  @Test
  void aTopologyThatIsNoneIsRefused() throws IOException {
    Path file = temporary.resolve("cities.yaml");
    Files.writeString(file, "cities: []\n");
    Run run = files("--dir", temporary.resolve("new"), "--topology", file);
    assertEquals(ExitCode.BAD, run.code());
    assertTrue(run.err().contains("cities.yaml"), run.err());
  }

  @Test
  void aTopologyThatIsNotThereIsSaid() {
    Run run =
        files("--dir", temporary.resolve("new"), "--topology", temporary.resolve("none.yaml"));
    assertEquals(ExitCode.NO_INPUT, run.code());
    assertTrue(run.err().contains("does not exist"), run.err());
  }

  @Test
  void theFolderMustBeNamed() {
    assertEquals(ExitCode.USAGE, files().code());
  }
}
