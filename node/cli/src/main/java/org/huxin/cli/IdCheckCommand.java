// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin id check CODE…}: says what each code is, whether its check character holds, and what
 * is odd about it. Exit 0 if all are good, 1 if not.
 */
@Command(
    name = "check",
    description =
        "Says of licence identifiers, credit codes, divisions, licence types and service items whether"
            + " they hold. 校验证照标识、统一社会信用代码、行政区划、证照类型与事项代码。",
    mixinStandardHelpOptions = true)
final class IdCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CODE", arity = "1..*", description = "one or more codes")
  private List<String> codes = new ArrayList<>();

  @Option(names = "--json", description = "one JSON object for scripts")
  private boolean json;

  @Mixin private Language language = new Language();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<CodeReading> readings = codes.stream().map(CodeReading::of).toList();
    boolean good = readings.stream().allMatch(CodeReading::isGood);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(CanonicalJson.text(json(readings, good)));
    } else {
      for (int i = 0; i < codes.size(); i++) {
        print(codes.get(i), readings.get(i), out);
      }
    }
    return good ? ExitCode.GOOD : ExitCode.BAD;
  }

  private JsonObject json(List<CodeReading> readings, boolean good) {
    List<JsonValue> items = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      CodeReading reading = readings.get(i);
      JsonObject.Builder evidence = JsonObject.builder();
      reading.evidence().forEach(evidence::put);
      items.add(
          JsonObject.builder()
              .put("code", codes.get(i))
              .put("kind", reading.kind().name())
              .put("check", reading.check())
              .put(
                  "findings",
                  new JsonArray(
                      reading.findings().stream().<JsonValue>map(JsonString::new).toList()))
              .put("evidence", evidence.build())
              .build());
    }
    return JsonObject.builder().put("codes", new JsonArray(items)).put("good", good).build();
  }

  /** One line for the code, and one beneath it for each oddity. */
  private void print(String code, CodeReading reading, PrintWriter out) {
    out.println((reading.isGood() ? "✓ " : "✗ ") + code);
    String kind = language.text("kind." + reading.kind().name());
    out.println("  " + kind + ": " + word("check.", reading.check()));
    reading.findings().forEach(finding -> out.println("  - " + word("finding.", finding)));
    reading
        .evidence()
        .forEach(
            (name, value) ->
                out.println("  - " + language.text("evidence." + name) + ": " + value));
  }

  /** The text for people, and the code for those who search. */
  private String word(String group, String code) {
    return language.text(group + code) + " (" + code + ")";
  }
}
