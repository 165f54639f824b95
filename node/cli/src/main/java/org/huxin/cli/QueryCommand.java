// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.core.codec.Shape;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.sdk.ledger.LedgerClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What stands on the ledger of one kind: one entity, a list of them, or what made one. */
final class QueryCommand implements Callable<Integer> {
  /** What is asked. */
  enum Question {
    /** One entity. */
    GET("get", "One as it stands on the ledger. 查询。"),
    /** Several, in pages. */
    LIST("list", "Those that the ledger holds, in pages. 列表。"),
    /** What made each version. */
    HISTORY("history", "What made each version of one. 历史。");

    private final String word;
    private final String description;

    Question(String word, String description) {
      this.word = word;
      this.description = description;
    }
  }

  private final Question question;
  private final EntityKind<?> kind;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final ProfileOption profile = new ProfileOption();
  private final Reporting reporting = new Reporting();

  QueryCommand(Question question, EntityKind<?> kind) {
    this.question = question;
    this.kind = kind;
    spec.name(question.word);
    spec.usageMessage().description(question.description);
    LedgerCommands.addHelp(spec);
    List<String> parts = kind.parts();
    int most = question == Question.LIST ? kind.prefixParts() : parts.size();
    for (int i = 0; i < most; i++) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .index(Integer.toString(i))
              .arity(question == Question.LIST ? "0..1" : "1")
              .required(question != Question.LIST)
              .paramLabel(parts.get(i).toUpperCase(java.util.Locale.ROOT))
              .type(String.class)
              .description(
                  question == Question.LIST ? "only those of it" : "names it: " + parts.get(i))
              .build());
    }
    if (question == Question.LIST) {
      spec.addOption(
          OptionSpec.builder("--after")
              .type(String.class)
              .paramLabel("BOOKMARK")
              .description("goes on after the page that ended with it. 接上一页。")
              .build());
      spec.addOption(
          OptionSpec.builder("--all")
              .type(boolean.class)
              .description("every page, one after the other. 全部。")
              .build());
    }
    spec.addMixin("profile", CommandSpec.forAnnotatedObject(profile));
    spec.addMixin("reporting", CommandSpec.forAnnotatedObject(reporting));
  }

  EntityKind<?> kind() {
    return kind;
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    try (LedgerClient ledger = ProfileOption.open(profile.read())) {
      if (question == Question.LIST) {
        list(ledger);
      } else if (question == Question.HISTORY) {
        List<String> arguments = new ArrayList<>(List.of(kind.singular()));
        arguments.addAll(parts());
        print(ask(ledger, "GetHistory", arguments));
      } else {
        print(ask(ledger, "Get" + kind.singular(), parts()));
      }
    }
    return ExitCode.GOOD;
  }

  private static JsonObject ask(LedgerClient ledger, String query, List<String> arguments) {
    return (JsonObject) CanonicalJson.decode(ledger.evaluate(query, arguments), JsonLimits.FILE);
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (PositionalParamSpec each : spec.positionalParameters()) {
      Object value = each.getValue();
      if (value != null) {
        parts.add(value.toString());
      }
    }
    return parts;
  }

  private void list(LedgerClient ledger) {
    Optional<String> after = Optional.ofNullable(spec.findOption("--after").getValue());
    boolean all = Boolean.TRUE.equals(spec.findOption("--all").getValue());
    List<JsonValue> entries = new ArrayList<>();
    Optional<String> next = after;
    do {
      List<String> arguments = new ArrayList<>(List.of(next.orElse("")));
      arguments.addAll(parts());
      JsonObject page = ask(ledger, "List" + kind.plural(), arguments);
      if (page.get("entries").orElseThrow() instanceof JsonArray found) {
        entries.addAll(found.items());
      }
      next = page.get("next").map(name -> ((JsonString) name).value());
    } while (all && next.isPresent());
    say(entries, next);
  }

  private void say(List<JsonValue> entries, Optional<String> next) {
    PrintWriter out = spec.commandLine().getOut();
    if (reporting.isJson()) {
      JsonObject.Builder object = JsonObject.builder().put("entries", new JsonArray(entries));
      next.ifPresent(name -> object.put("next", name));
      out.println(CanonicalJson.text(object.build()));
      return;
    }
    if (entries.isEmpty()) {
      out.println(reporting.text("list.none"));
    }
    entries.forEach(each -> print((JsonObject) each));
    next.ifPresent(name -> out.println(reporting.text("list.more") + " --after " + name));
  }

  private void print(JsonObject answer) {
    PrintWriter out = spec.commandLine().getOut();
    if (reporting.isJson()) {
      out.println(CanonicalJson.text(answer));
      return;
    }
    Shape.Members shape = kind.type().codec().shape();
    new JsonTree(out).print(answer, "value", shape);
  }
}
