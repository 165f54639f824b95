// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huxin.core.codec.Shape;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.statement.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The field tables and worked examples on the pages of statements: what stands there is what the
 * codecs read and write.
 */
final class StatementPagesTest {
  private static final Path ROOT = Path.of(System.getProperty("huxin.root", "../.."));
  private static final String BEGIN = "<!-- tables: begin -->\n";
  private static final String END = "<!-- tables: end -->\n";
  private static final Pattern PARAMETER =
      Pattern.compile("@param (\\w+) ((?:(?!@param)[^/])+?)\\s*(?=\\* @param|\\*/)");

  /** Which page describes the statements of which package. */
  private static final Map<String, String> PAGES = pages();

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("governance", "governance");
    pages.put("authority", "authority");
    pages.put("catalogue", "catalogue");
    pages.put("competence", "accreditation");
    pages.put("seal", "seal-filing");
    pages.put("licence", "batch-and-status");
    pages.put("agreement", "agreement");
    pages.put("authorization", "authorization-and-usage");
    pages.put("dispute", "dispute");
    pages.put("commitment", "commitment");
    pages.put("demand", "demand");
    pages.put("checkpoint", "checkpoint");
    return pages;
  }

  static List<String> packages() {
    return List.copyOf(PAGES.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void thePageShowsWhatTheCodecsReadAndWrite(String name) throws IOException {
    Path page = ROOT.resolve("proto/spec/" + PAGES.get(name) + ".md");
    String text = Files.readString(page, StandardCharsets.UTF_8);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    assertTrue(begin >= 0 && end > begin, page + " has no place for its tables");
    StringBuilder tables = new StringBuilder();
    for (StatementCodecs.Entry<?> entry : StatementCodecs.all()) {
      if (entry.type().getPackageName().endsWith("." + name)) {
        append(entry, tables);
      }
    }
    if (Boolean.getBoolean("huxin.write-vectors")) {
      Files.writeString(
          page,
          text.substring(0, begin + BEGIN.length()) + tables + text.substring(end),
          StandardCharsets.UTF_8);
      text = Files.readString(page, StandardCharsets.UTF_8);
      end = text.indexOf(END);
    }
    assertEquals(tables.toString(), text.substring(begin + BEGIN.length(), end));
  }

  @Test
  void everyStatementIsOnAPage() {
    for (StatementCodecs.Entry<?> entry : StatementCodecs.all()) {
      String name = entry.type().getPackageName();
      assertTrue(PAGES.containsKey(name.substring(name.lastIndexOf('.') + 1)), name);
    }
  }

  private static void append(StatementCodecs.Entry<?> entry, StringBuilder out) throws IOException {
    Operation operation = entry.operation();
    out.append("\n## ").append(entry.type().getSimpleName()).append("\n\n");
    out.append(meaning(source(entry.type()))).append("\n\n");
    out.append("Kind `").append(operation.type()).append("`; signed by ");
    out.append(
        switch (operation.signatory()) {
          case AUTHORITY -> "an authority";
          case HOLDER -> "a holder (or an authority, where the operation says so)";
          case JOINT -> "governors jointly";
        });
    out.append("; `replaces`: ");
    out.append(
        switch (operation.replaces()) {
          case NO -> "none, it creates";
          case YES -> "the version that it changes";
          case MAYBE -> "the version that it changes, if there is one";
          case NEVER -> "none, it only takes away";
          case EACH -> "in each entry";
        });
    out.append(".\n\n| No. | Member | Form | Meaning |\n|---|---|---|---|\n");
    rows("", "", entry.type(), entry.codec().shape(), out);
    out.append("\nWorked example (members without the head):\n\n```text ");
    out.append(operation.label()).append('\n');
    out.append(CanonicalJson.text(StatementSamples.members(operation))).append("\n```\n");
  }

  private static void rows(
      String number, String path, Class<?> type, Shape.Members shape, StringBuilder out)
      throws IOException {
    Map<String, String> meanings = parameters(source(type));
    int n = 0;
    for (Shape.Member field : shape.fields()) {
      n++;
      String own = number + n;
      String member = path + field.name();
      out.append("| ").append(own).append(" | `").append(member).append('`');
      out.append(field.required() ? "" : "?").append(" | ").append(form(field.shape()));
      out.append(" | ").append(meanings.getOrDefault(field.name(), "")).append(" |\n");
      Shape inner = field.shape() instanceof Shape.Items items ? items.item() : field.shape();
      if (inner instanceof Shape.Members members) {
        String mark = field.shape() instanceof Shape.Items ? "[]." : ".";
        rows(own + ".", member + mark, componentType(type, field.name()), members, out);
      }
    }
  }

  private static Class<?> componentType(Class<?> record, String name) {
    for (java.lang.reflect.RecordComponent component : record.getRecordComponents()) {
      if (component.getName().equals(name)) {
        java.lang.reflect.Type type = component.getGenericType();
        return type instanceof java.lang.reflect.ParameterizedType parameterized
            ? (Class<?>) parameterized.getActualTypeArguments()[0]
            : component.getType();
      }
    }
    throw new IllegalArgumentException(record + " has no component " + name);
  }

  private static String form(Shape shape) {
    if (shape instanceof Shape.Text text) {
      String form = text.grammar().replace(" | ", ", ");
      return text.free() ? "free text (" + form + "), at most " + text.maxLength() : form;
    }
    if (shape instanceof Shape.IntegerRange range) {
      return "integer, " + range.min() + " … " + range.max();
    }
    if (shape instanceof Shape.Truth) {
      return "boolean";
    }
    if (shape instanceof Shape.Items items) {
      String kind = items.ascending() ? "set of " : "list of ";
      return kind + items.min() + " … " + items.max() + ": " + form(items.item());
    }
    return "object";
  }

  private static String source(Class<?> type) throws IOException {
    Path file =
        ROOT.resolve("proto/core/src/main/java")
            .resolve(type.getName().replace('.', '/') + ".java");
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static String meaning(String source) {
    int begin = source.indexOf("/**") + 3;
    int end = Math.min(source.indexOf("@param", begin), source.indexOf("*/", begin));
    return plain(source.substring(begin, end));
  }

  private static Map<String, String> parameters(String source) {
    Map<String, String> meanings = new LinkedHashMap<>();
    String header = source.substring(0, source.indexOf("*/", source.indexOf("/**")) + 2);
    Matcher parameter = PARAMETER.matcher(header);
    while (parameter.find()) {
      meanings.put(String.valueOf(parameter.group(1)), plain(String.valueOf(parameter.group(2))));
    }
    return meanings;
  }

  private static String plain(String comment) {
    return comment
        .replaceAll("\\s*\\n\\s*\\*", " ")
        .replaceAll("\\s+", " ")
        .replaceAll("[ *]+$", "")
        .strip();
  }
}
