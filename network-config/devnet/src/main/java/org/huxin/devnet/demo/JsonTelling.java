// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;

/** The story for scripts: one JSON object. */
public final class JsonTelling {
  private JsonTelling() {}

  /** {@code {"ok":…,"steps":[{"block","expected","millis","name","ok","outcome"}…]}}. */
  public static String of(Telling telling) {
    return CanonicalJson.text(
        JsonObject.builder()
            .put(
                "steps",
                new JsonArray(telling.steps().stream().<JsonValue>map(JsonTelling::step).toList()))
            .put("ok", telling.ok())
            .build());
  }

  private static JsonObject step(StepResult step) {
    return JsonObject.builder()
        .put("name", step.name())
        .put("expected", step.expected())
        .put("outcome", step.outcome())
        .put("ok", step.ok())
        .put("block", step.block())
        .put("millis", step.millis())
        .build();
  }
}
