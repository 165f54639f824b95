// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.codec.Shape;
import org.huxin.core.id.KeyId;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonReader;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.statement.Operation;
import org.huxin.crypto.bytes.Bytes;

/** One well-formed payload for each operation. */
final class StatementSamples {
  static final String LEDGER = "sha256:" + "0123456789abcdef".repeat(4);
  static final KeyId AUTHORITY = KeyId.parse("11150600MB9T00011A#1");
  static final KeyId HOLDER = KeyId.parse("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");

  private StatementSamples() {}

  /** What an operation's members must say beyond their shapes. */
  private static Map<String, JsonValue> patch(Operation operation) {
    return switch (operation) {
      case TRANSFER_COMPETENCE -> Map.of("from", new JsonString("11150602MB9T0002XY"));
      case GRANT_AUTHORIZATION -> Map.of("grantee", new JsonString("11150602MB9T0002XY"));
      case RECORD_USAGE ->
          Map.of(
              "basis", new JsonString("STATUTORY_DUTY"),
              "scope", new JsonString("sha256:" + "ba7816bf8f01cfea".repeat(4)));
      case PROPOSE_AGREEMENT, AMEND_AGREEMENT -> Map.of("terms", terms(operation));
      default -> Map.of();
    };
  }

  static JsonObject terms(Operation operation) {
    JsonObject sample =
        SampleJson.of(
            (Shape.Members) member(StatementCodecs.of(operation).codec().shape(), "terms"));
    TreeMap<String, JsonValue> members = new TreeMap<>(sample.members());
    members.put(
        "parties", JsonReader.read(Bytes.utf8("[\"150600\",\"150900\"]"), JsonLimits.STATEMENT));
    return new JsonObject(members);
  }

  private static Shape member(Shape.Members shape, String name) {
    return shape.fields().stream()
        .filter(field -> field.name().equals(name))
        .map(Shape.Member::shape)
        .findFirst()
        .orElseThrow();
  }

  static JsonObject members(Operation operation) {
    ObjectCodec<?> codec = StatementCodecs.of(operation).codec();
    TreeMap<String, JsonValue> members = new TreeMap<>(SampleJson.of(codec.shape()).members());
    members.putAll(patch(operation));
    return new JsonObject(members);
  }

  static JsonObject payload(Operation operation) {
    TreeMap<String, JsonValue> members = new TreeMap<>(members(operation).members());
    members.put("ledger", new JsonString(LEDGER));
    members.put("iat", new org.huxin.core.json.JsonInteger(1_780_000_000L));
    if (operation.replaces() == Operation.Replaces.YES) {
      members.put("replaces", new org.huxin.core.json.JsonInteger(3));
    }
    return new JsonObject(members);
  }

  static KeyId keyId(Operation operation) {
    return operation.signatory() == Operation.Signatory.HOLDER ? HOLDER : AUTHORITY;
  }
}
