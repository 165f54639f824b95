// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonBoolean;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.demo.Chapter;
import org.huxin.devnet.demo.Demo;
import org.huxin.devnet.demo.Narrator;
import org.huxin.devnet.demo.World;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class DemoCommandTest {
  private static final JsonBoolean TRUE = new JsonBoolean(true);

  @Test
  void theWholeStoryIsToldByAProcessOfItsOwn() throws Exception {
    JsonObject told;
    try (HuxinProcess process = HuxinProcess.start("demo", "--json")) {
      told = (JsonObject) CanonicalJson.decode(Bytes.utf8(process.line()), JsonLimits.FILE);
      assertEquals(ExitCode.GOOD, process.exitCode());
    }
    List<JsonValue> steps = ((JsonArray) told.get("steps").orElseThrow()).items();
    assertFalse(steps.isEmpty());
    for (JsonValue step : steps) {
      JsonObject object = (JsonObject) step;
      assertEquals(TRUE, object.get("ok").orElseThrow(), object.toString());
      assertEquals(object.get("expected"), object.get("outcome"));
    }
    assertEquals(TRUE, told.get("ok").orElseThrow());
    for (Chapter chapter : Demo.fourCities().chapters()) {
      assertTrue(
          steps.stream()
              .map(step -> ((JsonString) ((JsonObject) step).get("name").orElseThrow()).value())
              .anyMatch(name -> name.startsWith(chapter.name() + ".")),
          chapter.name());
    }
  }

  /** A chapter in which something does not come to what it should. */
  private static final class Broken implements Chapter {
    @Override
    public String name() {
      return "founding";
    }

    @Override
    public void tell(World world, Narrator narrator) {
      throw new IllegalStateException("nothing is founded");
    }
  }

  private static int run(StringWriter out, String... arguments) {
    CommandLine command = new CommandLine(new DemoCommand(new Demo(List.of(new Broken()))));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setOut(new PrintWriter(out));
    return command.execute(arguments);
  }

  @Test
  void aStepThatDoesNotComeToWhatItShouldIsExitOne() {
    StringWriter json = new StringWriter();
    assertEquals(ExitCode.BAD, run(json, "--json"));
    JsonObject told =
        (JsonObject) CanonicalJson.decode(Bytes.utf8(json.toString().strip()), JsonLimits.FILE);
    assertEquals(new JsonBoolean(false), told.get("ok").orElseThrow());
    for (String language : List.of("zh", "en")) {
      StringWriter text = new StringWriter();
      assertEquals(ExitCode.BAD, run(text, "--lang", language));
      assertTrue(text.toString().contains("✗ "), text.toString());
    }
  }
}
