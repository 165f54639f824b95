// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.codec;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;

/**
 * The codec of a map from names to texts, both bounded: the form of evidence.
 *
 * @param shape how many entries, and how long a name or a text
 */
public record TextMapCodec(Shape.TextMap shape) implements Codec<SortedMap<String, String>> {
  /** Such a map of at most {@code maxEntries} entries of at most {@code maxLength} code units. */
  public TextMapCodec(int maxEntries, int maxLength) {
    this(new Shape.TextMap(maxEntries, maxLength));
  }

  /**
   * The JSON form.
   *
   * @throws IllegalArgumentException if there are too many entries, or one is too long
   */
  @Override
  public JsonObject encode(SortedMap<String, String> value) {
    boolean fits =
        value.size() <= shape.maxEntries()
            && value.entrySet().stream()
                .allMatch(
                    entry ->
                        Math.max(entry.getKey().length(), entry.getValue().length())
                            <= shape.maxLength());
    if (!fits) {
      throw new IllegalArgumentException(
          "at most " + shape.maxEntries() + " entries of " + shape.maxLength() + " characters");
    }
    JsonObject.Builder members = JsonObject.builder();
    value.forEach(members::put);
    return members.build();
  }

  @Override
  public SortedMap<String, String> decode(JsonValue json, Place at) {
    if (!(json instanceof JsonObject object)) {
      throw Codecs.wrongKind("object", json, at);
    }
    if (object.members().size() > shape.maxEntries()) {
      throw new DecodeRefusedException(
          DecodeRefusal.COUNT_OUT_OF_RANGE,
          at,
          Map.of(
              "count", Integer.toString(object.members().size()),
              "min", "0",
              "max", Integer.toString(shape.maxEntries())));
    }
    TreeMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      if (!(member.getValue() instanceof JsonString text)) {
        throw Codecs.wrongKind("string", member.getValue(), at);
      }
      if (Math.max(member.getKey().length(), text.value().length()) > shape.maxLength()) {
        throw new DecodeRefusedException(
            DecodeRefusal.TEXT_TOO_LONG, at, Map.of("limit", Integer.toString(shape.maxLength())));
      }
      texts.put(member.getKey(), text.value());
    }
    return Collections.unmodifiableSortedMap(texts);
  }
}
