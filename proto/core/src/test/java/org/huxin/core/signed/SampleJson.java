// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huxin.core.codec.Shape;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonBoolean;
import org.huxin.core.json.JsonInteger;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.vectors.VectorFiles;

/** Makes the smallest JSON of a shape: required members only, lists of one item where they may. */
final class SampleJson {
  private static final String SM3 = "sm3:" + "66c7f0f462eeedd9".repeat(4);
  private static final String SHA = "sha256:" + "ba7816bf8f01cfea".repeat(4);
  private static final long TIME = 1_780_000_000L;

  /** A later time where a window must end after it begins. */
  private static final List<String> LATER = List.of("to", "notAfter", "validTo", "exp");

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("credit code", "11150600MB9T00011A"),
          Map.entry("division", "150600"),
          Map.entry("licence type", "11100000MB0143028R001"),
          Map.entry("service item", "11150600MB9T00011A0001000115001"),
          Map.entry("digest", SM3),
          Map.entry("anchor key", SM3),
          Map.entry("seal key", SM3),
          Map.entry("statement id", SHA),
          Map.entry("ledger id", SHA),
          Map.entry("thumbprint", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"),
          Map.entry("MSP id", "OrdosMSP"),
          Map.entry("key id", "11150600MB9T00011A#1"),
          Map.entry("statement hash", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"),
          Map.entry("public key", spki()),
          Map.entry("trail key", "BMRIQpMpsGs8S4JEPeXkrqpJjD5XRJ4JqNpeJVJUUKQ"),
          Map.entry("name", "鄂尔多斯市(示例)"),
          Map.entry("title", "呼包鄂乌证照互认协议(示例)"),
          Map.entry("code", "SAMPLE"),
          Map.entry("field name", "ZZMC"),
          Map.entry("endpoint", "node.example:7443"),
          Map.entry("date", "2026-11-24"),
          Map.entry("base64url of 16 bytes", "AAECAwQFBgcICQoLDA0ODw"),
          Map.entry("holder code type", "001"),
          Map.entry("holder code", "91150602MA0T000115"),
          Map.entry("JWS", VectorFiles.example("jws", "jws-ED25519")));

  private SampleJson() {}

  private static String spki() {
    return VectorFiles.example("keys", "spki-P256")
        .replaceAll("-----[A-Z ]+-----|\\s", "")
        .replace('+', '-')
        .replace('/', '_')
        .replace("=", "");
  }

  static JsonObject of(Shape.Members shape) {
    TreeMap<String, JsonValue> members = new TreeMap<>();
    for (Shape.Member field : shape.fields()) {
      if (field.required()) {
        members.put(field.name(), value(field.name(), field.shape()));
      }
    }
    return new JsonObject(members);
  }

  static JsonValue value(String name, Shape shape) {
    if (shape instanceof Shape.Text text) {
      return new JsonString(text(text));
    }
    if (shape instanceof Shape.IntegerRange range) {
      boolean time = range.max() > 200_000_000_000L;
      return new JsonInteger(time ? TIME + (LATER.contains(name) ? 3600 : 0) : range.min());
    }
    if (shape instanceof Shape.Truth) {
      return new JsonBoolean(true);
    }
    if (shape instanceof Shape.Items items) {
      List<JsonValue> values = new ArrayList<>();
      if (items.max() > 0 && items.min() > 0) {
        values.add(value(name, items.item()));
      }
      return new JsonArray(values);
    }
    if (shape instanceof Shape.Members members) {
      return of(members);
    }
    if (shape instanceof Shape.OneOf choice) {
      Shape.Case first = choice.cases().get(0);
      TreeMap<String, JsonValue> members =
          new TreeMap<>(((JsonObject) value(name, first.shape())).members());
      members.put(choice.tag(), new JsonString(first.value()));
      return new JsonObject(members);
    }
    throw new IllegalArgumentException("no sample for " + shape);
  }

  private static String text(Shape.Text text) {
    if (text.grammar().startsWith("base64url of at most")) {
      return "AAEC";
    }
    String sample = TEXTS.get(text.grammar());
    return sample == null ? text.grammar().split(" ", -1)[0] : sample; // the first of a list
  }
}
