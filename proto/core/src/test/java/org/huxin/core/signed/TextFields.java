// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.huxin.core.codec.Shape;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;

/** Walks every text that an object can hold, however deep, and says anything there. */
final class TextFields {
  private final List<TextField> found = new ArrayList<>();

  private TextFields() {}

  /**
   * A place where a text stands.
   *
   * @param at the JSON Pointer of it in what {@code say} makes
   * @param shape its form
   * @param say makes the whole object with that text there
   */
  record TextField(String at, Shape.Text shape, Function<String, JsonObject> say) {
    /** The place without the positions in lists. */
    String name() {
      return at.replaceAll("/[0-9]+(?=/|$)", "").substring(1);
    }
  }

  /**
   * Every text of an object.
   *
   * @param sample what stands around the text, where it has that
   */
  static List<TextField> of(Shape.Members shape, JsonObject sample) {
    TextFields fields = new TextFields();
    fields.walk("", shape, Optional.of(sample), value -> (JsonObject) value);
    return fields.found;
  }

  private void walk(
      String at, Shape shape, Optional<JsonValue> sample, Function<JsonValue, JsonObject> put) {
    if (shape instanceof Shape.Text text) {
      found.add(new TextField(at, text, value -> put.apply(new JsonString(value))));
    } else if (shape instanceof Shape.Items items) {
      List<JsonValue> values = sample.map(value -> ((JsonArray) value).items()).orElse(List.of());
      // The last one: what is tried comes after what numbers and codes begin with.
      int last = Math.max(0, values.size() - 1);
      walk(
          at + "/" + last,
          items.item(),
          values.isEmpty() ? Optional.empty() : Optional.of(values.get(last)),
          value -> {
            List<JsonValue> all = new ArrayList<>(values);
            all.subList(last, values.size()).clear();
            all.add(value);
            return put.apply(new JsonArray(all));
          });
    } else if (shape instanceof Shape.Members members) {
      JsonObject object =
          sample.map(JsonObject.class::cast).orElseGet(() -> SampleJson.of(members));
      for (Shape.Member field : members.fields()) {
        walk(
            at + "/" + field.name(),
            field.shape(),
            object.get(field.name()),
            value -> put.apply(with(object, field.name(), value)));
      }
    } else if (shape instanceof Shape.OneOf choice) {
      for (Shape.Case each : choice.cases()) {
        walk(
            at,
            each.shape(),
            Optional.empty(),
            value ->
                put.apply(with((JsonObject) value, choice.tag(), new JsonString(each.value()))));
      }
    } else if (shape instanceof Shape.TextMap) {
      throw new AssertionError(at + " holds texts under any name");
    }
  }

  private static JsonObject with(JsonObject object, String name, JsonValue value) {
    TreeMap<String, JsonValue> members = new TreeMap<>(object.members());
    members.put(name, value);
    return new JsonObject(members);
  }
}
