// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;

/**
 * The payload of a statement's JWS: the head's members and the statement's own, side by side
 * (proto/spec/statement.md).
 *
 * @param head what every statement says
 * @param statement what this one says
 */
public record StatementPayload(StatementHead head, Statement statement) {

  /**
   * A payload.
   *
   * @throws StatementRefusedException if a version is named where none belongs, or missing where
   *     one does
   */
  public StatementPayload {
    boolean named = head.replaces().isPresent();
    switch (statement.operation().replaces()) {
      case YES -> {
        if (!named) {
          throw StatementRefusedException.of(StatementRefusal.REPLACES_MISSING);
        }
      }
      case NO, NEVER, EACH -> {
        if (named) {
          throw StatementRefusedException.of(StatementRefusal.REPLACES_UNEXPECTED);
        }
      }
      case MAYBE -> {
        // The state tells whether there is something to replace.
      }
    }
  }

  /**
   * Reads a payload.
   *
   * @param ledger the ledger that it must be meant for
   * @throws StatementRefusedException if it is not one of that operation for that ledger
   */
  public static StatementPayload read(Operation operation, JsonObject payload, LedgerId ledger) {
    TreeMap<String, JsonValue> headMembers = new TreeMap<>();
    TreeMap<String, JsonValue> ownMembers = new TreeMap<>(payload.members());
    for (String name : HEAD_MEMBERS) {
      JsonValue value = ownMembers.remove(name);
      if (value != null) {
        headMembers.put(name, value);
      }
    }
    try {
      StatementHead head = StatementHead.CODEC.decode(new JsonObject(headMembers));
      if (!head.ledger().equals(ledger)) {
        throw new StatementRefusedException(
            StatementRefusal.WRONG_LEDGER, Map.of("ledger", head.ledger().toString()));
      }
      Statement statement =
          StatementCodecs.of(operation).codec().decode(new JsonObject(ownMembers));
      return new StatementPayload(head, statement);
    } catch (DecodeRefusedException e) {
      throw StatementRefusedException.malformed(e);
    }
  }

  private static final java.util.List<String> HEAD_MEMBERS =
      StatementHead.CODEC.shape().fields().stream().map(field -> field.name()).toList();

  /** The payload's JSON form. */
  public JsonObject toJson() {
    TreeMap<String, JsonValue> members = new TreeMap<>(StatementHead.CODEC.encode(head).members());
    members.putAll(encode(StatementCodecs.of(statement.operation()), statement).members());
    return new JsonObject(members);
  }

  private static <S extends Statement> JsonObject encode(
      StatementCodecs.Entry<S> entry, Statement statement) {
    return entry.codec().encode(entry.type().cast(statement));
  }
}
