// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.json;

/**
 * A JSON value of the protocol. There is no null and no fraction: a member that has nothing to say
 * is absent, and quantities are integers. Immutable; equal by content.
 */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonInteger, JsonBoolean {

  /** Appends the RFC 8785 canonical form. */
  void appendCanonical(StringBuilder out);

  /** What it is, for messages: {@code object}, {@code array}, {@code string} … */
  String kind();
}
