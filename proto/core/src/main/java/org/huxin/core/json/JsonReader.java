// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.huxin.crypto.bytes.Bytes;

/**
 * Reads JSON as people and other programs write it: any white space, order of members and escapes,
 * but no duplicate names, no null, no fraction, no lone surrogate, within limits. For what is
 * signed or hashed use {@link CanonicalJson#decode}.
 */
public final class JsonReader {
  private static final JsonParserFactory PARSERS =
      JsonProvider.provider().createParserFactory(Map.of());

  /** At most sixteen digits: what is longer is out of range whatever it says. */
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,15}");

  private final JsonParser parser;
  private final int maxDepth;

  private JsonReader(JsonParser parser, int maxDepth) {
    this.parser = parser;
    this.maxDepth = maxDepth;
  }

  /**
   * Reads one value that takes up all the bytes.
   *
   * @throws JsonRefusedException if the bytes are not one JSON value of the protocol within the
   *     limits
   */
  public static JsonValue read(Bytes bytes, JsonLimits limits) {
    if (bytes.length() > limits.maxBytes()) {
      throw new JsonRefusedException(
          JsonRefusal.JSON_TOO_LARGE,
          Map.of(
              "size", Integer.toString(bytes.length()),
              "limit", Integer.toString(limits.maxBytes())));
    }
    String text;
    try {
      text = bytes.decodeUtf8();
    } catch (CharacterCodingException e) {
      throw refusal(JsonRefusal.JSON_NOT_UTF8);
    }
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      JsonReader reader = new JsonReader(parser, limits.maxDepth());
      JsonValue value = reader.value(parser.next(), 0);
      if (parser.hasNext()) {
        throw refusal(JsonRefusal.JSON_MALFORMED);
      }
      return value;
    } catch (JsonParsingException e) {
      throw new JsonRefusedException(
          JsonRefusal.JSON_MALFORMED,
          Map.of("offset", Long.toString(e.getLocation().getStreamOffset())));
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      throw refusal(JsonRefusal.JSON_MALFORMED);
    }
  }

  private JsonValue value(JsonParser.Event event, int depth) {
    return switch (event) {
      case START_OBJECT -> object(deeper(depth));
      case START_ARRAY -> array(deeper(depth));
      case VALUE_STRING -> new JsonString(wellFormed(parser.getString()));
      case VALUE_NUMBER -> integer(parser.getString());
      case VALUE_TRUE -> new JsonBoolean(true);
      case VALUE_FALSE -> new JsonBoolean(false);
      case VALUE_NULL -> throw refusal(JsonRefusal.JSON_NULL);
      case KEY_NAME, END_OBJECT, END_ARRAY -> throw refusal(JsonRefusal.JSON_MALFORMED);
    };
  }

  private JsonObject object(int depth) {
    TreeMap<String, JsonValue> members = new TreeMap<>();
    while (parser.next() == JsonParser.Event.KEY_NAME) {
      String name = wellFormed(parser.getString());
      if (members.put(name, value(parser.next(), depth)) != null) {
        throw refusal(JsonRefusal.JSON_DUPLICATE_NAME);
      }
    }
    return new JsonObject(members);
  }

  private JsonArray array(int depth) {
    List<JsonValue> items = new ArrayList<>();
    for (JsonParser.Event event = parser.next();
        event != JsonParser.Event.END_ARRAY;
        event = parser.next()) {
      items.add(value(event, depth));
    }
    return new JsonArray(items);
  }

  private static JsonInteger integer(String literal) {
    if (INTEGER.matcher(literal).matches()) {
      long value = Long.parseLong(literal);
      if (Math.abs(value) <= JsonInteger.LARGEST) {
        return new JsonInteger(value);
      }
    }
    throw refusal(JsonRefusal.JSON_NOT_AN_INTEGER);
  }

  private static String wellFormed(String text) {
    if (!JsonString.isWellFormed(text)) {
      throw refusal(JsonRefusal.JSON_LONE_SURROGATE);
    }
    return text;
  }

  private int deeper(int depth) {
    if (depth == maxDepth) {
      throw new JsonRefusedException(
          JsonRefusal.JSON_TOO_DEEP, Map.of("limit", Integer.toString(maxDepth)));
    }
    return depth + 1;
  }

  private static JsonRefusedException refusal(JsonRefusal code) {
    return new JsonRefusedException(code, Map.of());
  }
}
