// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Shape;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;

/** JSON for people: one member a line, what lies within it beneath; times as a clock shows them. */
final class JsonTree {
  private static final Shape TIME = Codecs.SECONDS.shape();

  private final PrintWriter out;

  JsonTree(PrintWriter out) {
    this.out = out;
  }

  /**
   * An entity as a query answers it: its key and version first.
   *
   * @param member in which the entity itself stands
   * @param shape the entity's form, by which times are known
   */
  void print(JsonObject answer, String member, Shape.Members shape) {
    String key = answer.get("key").map(JsonTree::plain).orElse("");
    String version = answer.get("version").map(JsonTree::plain).orElse("");
    out.println(key + (version.isEmpty() ? "" : " (" + version + ")"));
    for (Map.Entry<String, JsonValue> each : answer.members().entrySet()) {
      if (each.getKey().equals(member) && each.getValue() instanceof JsonObject value) {
        object(value, Optional.of(shape), "  ");
      } else if (!each.getKey().equals("key") && !each.getKey().equals("version")) {
        line(each.getKey(), each.getValue(), Optional.empty(), "  ");
      }
    }
  }

  private void object(JsonObject object, Optional<Shape> shape, String indent) {
    object
        .members()
        .forEach((name, value) -> line(name, value, shape.flatMap(s -> of(s, name)), indent));
  }

  private static Optional<Shape> of(Shape shape, String name) {
    return shape instanceof Shape.Members members
        ? members.fields().stream()
            .filter(field -> field.name().equals(name))
            .map(Shape.Member::shape)
            .findFirst()
        : Optional.empty();
  }

  private void line(String name, JsonValue value, Optional<Shape> shape, String indent) {
    if (value instanceof JsonObject object) {
      out.println(indent + name + ":");
      object(object, shape, indent + "  ");
    } else if (value instanceof JsonArray array && !array.items().isEmpty()) {
      items(name, array.items(), shape, indent);
    } else {
      // Histories are lists of many kinds of entries: all have this time.
      Optional<Shape> known = shape.isEmpty() && name.equals("at") ? Optional.of(TIME) : shape;
      out.println(indent + name + ": " + text(value, known));
    }
  }

  private void items(String name, List<JsonValue> items, Optional<Shape> shape, String indent) {
    Optional<Shape> item =
        shape.flatMap(s -> s instanceof Shape.Items of ? Optional.of(of.item()) : Optional.empty());
    boolean words = items.stream().noneMatch(each -> each instanceof JsonObject);
    if (words) {
      out.println(
          indent
              + name
              + ": "
              + String.join(", ", items.stream().map(i -> text(i, item)).toList()));
      return;
    }
    out.println(indent + name + ":");
    for (JsonValue each : items) {
      out.println(indent + "  -");
      if (each instanceof JsonObject object) {
        object(object, item, indent + "    ");
      } else {
        out.println(indent + "    " + text(each, item));
      }
    }
  }

  private static String text(JsonValue value, Optional<Shape> shape) {
    return value instanceof JsonInteger seconds && shape.filter(StatementForm::isTime).isPresent()
        ? TimeText.print(seconds.value())
        : plain(value);
  }

  private static String plain(JsonValue value) {
    return value instanceof JsonString text
        ? text.value()
        : value instanceof JsonArray array && array.items().isEmpty()
            ? "-"
            : CanonicalJson.text(value);
  }
}
