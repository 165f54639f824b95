// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.Usage;
import org.huxin.core.codec.Shape;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.governance.Genesis;
import org.huxin.core.governance.GenesisConfiguration;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonReader;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.statement.Operation;
import org.huxin.crypto.bytes.Bytes;

/** A value for each kind of entity, as small as may be. */
final class EntitySamples {
  private EntitySamples() {}

  static JsonObject value(EntityKind<?> kind) {
    Shape.Members shape = kind.type().codec().shape();
    return with(SampleJson.of(shape), patch(kind));
  }

  /** What a kind's members must say beyond their shapes. */
  private static Map<String, JsonValue> patch(EntityKind<?> kind) {
    if (kind.type().equals(Genesis.ENTITY)) {
      return Map.of("configuration", configuration());
    }
    if (kind.type().equals(Agreement.ENTITY)) {
      return Map.of("terms", StatementSamples.terms(Operation.PROPOSE_AGREEMENT));
    }
    if (kind.type().equals(Authorization.ENTITY)) {
      return Map.of("assisted", StatementSamples.members(Operation.ASSIST_CONSENT));
    }
    if (kind.type().equals(Usage.ENTITY)) {
      return Map.of("recorded", StatementSamples.members(Operation.RECORD_USAGE));
    }
    return Map.of();
  }

  private static JsonObject configuration() {
    JsonObject sample = SampleJson.of(GenesisConfiguration.CODEC.shape());
    String division = "{\"code\":\"150602\",\"name\":\"东胜区\"}";
    return with(
        sample,
        Map.of(
            "divisions",
            JsonReader.read(Bytes.utf8("[" + division + "]"), JsonLimits.STATEMENT),
            "network",
            new JsonString(StatementSamples.LEDGER)));
  }

  private static JsonObject with(JsonObject object, Map<String, JsonValue> more) {
    TreeMap<String, JsonValue> members = new TreeMap<>(object.members());
    members.putAll(more);
    return new JsonObject(members);
  }
}
