// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonBoolean;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.verdict.FindingCode;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.devnet.network.EmbeddedCityNetwork;
import org.huxin.devnet.network.NetworkFolder;
import org.huxin.devnet.topology.FourCities;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoTest {
  @TempDir private static Path temporary;
  private static final Topology TOPOLOGY = FourCities.topology();

  private static @Nullable NetworkFolder folder;
  private static @Nullable EmbeddedCityNetwork network;

  @BeforeAll
  static void start() throws IOException {
    NetworkFolder opened = NetworkFolder.open(temporary.resolve("demo"));
    folder = opened;
    network = EmbeddedCityNetwork.startOnFreePorts(TOPOLOGY, Transport.PLAINTEXT, opened.network());
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(network).close();
    Objects.requireNonNull(folder).close();
  }

  /** In a world of its own; one alone may found a ledger on the network. */
  private static Telling tell(Demo demo, Listener listener) {
    try (World world =
        new World(
            Objects.requireNonNull(network),
            TOPOLOGY,
            Objects.requireNonNull(folder),
            Clock.systemUTC(),
            new SecureRandom())) {
      return demo.tell(world, listener);
    }
  }

  /** Hears all, and remembers how long steps got on. */
  private static final class Witness implements Listener {
    private final List<String> chapters = new ArrayList<>();
    private final List<Long> progress = new ArrayList<>();

    @Override
    public void chapterBegins(String chapter) {
      chapters.add(chapter);
    }

    @Override
    public void progress(String step, long done, long total) {
      progress.add(done);
    }

    @Override
    public void stepEnds(StepResult result) {}
  }

  @Test
  void everyStepOfTheFourCitiesComesToWhatItShould() {
    Witness witness = new Witness();
    Demo demo = Demo.fourCities();
    Telling telling = tell(demo, witness);
    assertEquals(List.of(), telling.steps().stream().filter(step -> !step.ok()).toList());
    assertTrue(telling.ok());
    assertEquals(demo.chapters().stream().map(Chapter::name).toList(), witness.chapters);
    assertEquals(5, witness.progress.size());
    assertTrue(telling.steps().get(telling.steps().size() - 1).block() > 0);
    Set<String> names = new HashSet<>();
    assertTrue(telling.steps().stream().allMatch(step -> names.add(step.name())));
    for (String language : List.of("zh", "en")) {
      requireTexts(demo, telling, language);
    }
    requireJson(telling);
  }

  /** Nothing that people read is missing, or stands there for nothing. */
  private static void requireTexts(Demo demo, Telling telling, String language) {
    Locale locale = Locale.forLanguageTag(language);
    Texts texts = new Texts(locale);
    Set<String> used = new HashSet<>();
    for (Chapter chapter : demo.chapters()) {
      used.add("chapter." + chapter.name());
      assertFalse(texts.chapter(chapter.name()).isEmpty());
    }
    for (StepResult step : telling.steps()) {
      used.add("step." + step.name());
      String sentence = texts.step(step.name(), step.details());
      assertFalse(sentence.isEmpty() || sentence.contains("{"), sentence);
    }
    ResourceBundle bundle = ResourceBundle.getBundle("org.huxin.devnet.demo.texts", locale);
    assertEquals(
        List.of(),
        bundle.keySet().stream()
            .filter(key -> key.startsWith("step.") || key.startsWith("chapter."))
            .filter(key -> !used.contains(key))
            .toList());
  }

  private static void requireJson(Telling telling) {
    JsonObject object =
        (JsonObject) CanonicalJson.decode(Bytes.utf8(JsonTelling.of(telling)), JsonLimits.FILE);
    assertEquals(Set.of("ok", "steps"), object.members().keySet());
    JsonObject first = (JsonObject) ((JsonArray) object.get("steps").orElseThrow()).items().get(0);
    assertEquals(
        Set.of("name", "expected", "outcome", "ok", "block", "millis"), first.members().keySet());
  }

  /** A chapter that takes its steps without a ledger. */
  private record Plain(String name, Steps steps) implements Chapter {
    @Override
    public void tell(World world, Narrator narrator) throws IOException {
      steps.take(narrator);
    }

    private interface Steps {
      void take(Narrator narrator) throws IOException;
    }
  }

  private static Telling plain(Listener listener, Plain.Steps... chapters) {
    List<Chapter> all = new ArrayList<>();
    for (Plain.Steps each : chapters) {
      all.add(new Plain("founding", each));
    }
    return tell(new Demo(all), listener);
  }

  @Test
  void aFalseExpectationIsNotOkAndTheStoryGoesOn() {
    Telling telling =
        plain(
            Listener.DEAF,
            narrator -> {
              narrator.outcome("found", FindingCode.SUSPENDED.name(), () -> "VALID");
              narrator.outcome("same", "1", () -> "1");
            });
    assertEquals(List.of(false, true), telling.steps().stream().map(StepResult::ok).toList());
    assertFalse(telling.ok());
    JsonObject object =
        (JsonObject) CanonicalJson.decode(Bytes.utf8(JsonTelling.of(telling)), JsonLimits.FILE);
    assertEquals(new JsonBoolean(false), object.get("ok").orElseThrow());
  }

  @Test
  void whatIsRefusedUnexpectedlyOrNotRefusedAtAllIsNotOk() {
    Telling telling =
        plain(
            Listener.DEAF,
            narrator -> narrator.refused("found", LedgerRefusal.REVOKED, () -> {}),
            narrator -> {
              narrator.act(
                  "found",
                  () -> {
                    throw org.huxin.core.refusal.LedgerRefusedException.of(LedgerRefusal.NOT_FOUND);
                  });
              narrator.outcome("same", "never", () -> "never");
            });
    assertEquals(
        List.of("DONE", "REFUSED:NOT_FOUND"),
        telling.steps().stream().map(StepResult::outcome).toList());
    assertFalse(telling.ok());
  }

  @Test
  void aChapterThatBreaksOffIsToldAndTheNextOneBegins() {
    Telling telling =
        plain(
            Listener.DEAF,
            narrator -> {
              throw new IOException("a file");
            },
            narrator -> narrator.act("found", () -> {}));
    assertEquals(
        List.of("founding.rest", "founding.found"),
        telling.steps().stream().map(StepResult::name).toList());
    assertEquals("IOException", telling.steps().get(0).outcome());
    assertFalse(telling.ok());
  }

  @Test
  void nothingToldIsNotOk() {
    assertFalse(new Telling(List.of()).ok());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void aPersonReadsEachStepItsProgressAndATable(String language) {
    StringWriter out = new StringWriter();
    StringWriter terminal = new StringWriter();
    TextTelling text =
        new TextTelling(
            new Texts(Locale.forLanguageTag(language)),
            new PrintWriter(out),
            Optional.of(new PrintWriter(terminal)));
    text.begin();
    Telling telling =
        plain(
            text,
            narrator -> {
              narrator.progress("found", 2, 4);
              narrator.act("found", () -> {});
              narrator.outcome("same", "4/4", () -> "3/4", "ledger");
              narrator.refused(
                  "another", LedgerRefusal.REVOKED, () -> narrator.progress("another", 0, 0));
              throw new IOException("a file");
            });
    text.end(telling);
    assertTrue(terminal.toString().contains("██████████░░░░░░░░░░ 2/4"), terminal.toString());
    String told = out.toString();
    assertTrue(told.contains("  ✓ ") && told.contains("  ✗ ") && told.contains("→ 3/4"), told);
    assertTrue(told.lines().anyMatch(line -> line.startsWith("✗ ")), told);
    assertFalse(told.contains("{"), told);
  }
}
