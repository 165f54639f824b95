// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract;

import java.util.List;
import java.util.Optional;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;

/** What an operation or a query comes to, if it is not refused. */
public sealed interface Outcome {
  /** What the caller receives: canonical JSON. */
  Bytes result();

  /**
   * A statement was accepted, now or before.
   *
   * @param operation the operation's name: also that of its event
   * @param statement the statement's name
   * @param keys what it wrote, as far as the statement itself tells; unmodifiable
   * @param writes what it writes, in the order of the stored keys; empty for a repeat
   */
  record Accepted(
      String operation, StatementId statement, List<EntityKey<?>> keys, List<Write> writes)
      implements Outcome {
    /** Copies of the given lists. */
    public Accepted {
      keys = List.copyOf(keys);
      writes = List.copyOf(writes);
    }

    /** Whether the statement was accepted before, so that nothing is written. */
    public boolean isRepeat() {
      return writes.isEmpty();
    }

    /** {@code {"keys":[…],"statement":…}}: a pure function of the statement. */
    @Override
    public Bytes result() {
      return CanonicalJson.encode(
          JsonObject.builder()
              .put("statement", Terms.STATEMENT_ID.encode(statement))
              .put(
                  "keys",
                  new JsonArray(
                      keys.stream().<JsonValue>map(key -> new JsonString(key.toString())).toList()))
              .build());
    }

    /** The event's payload, which says the same; empty for a repeat. */
    public Optional<Bytes> event() {
      return isRepeat() ? Optional.empty() : Optional.of(result());
    }
  }

  /**
   * A query's answer.
   *
   * @param json the answer
   */
  record Answer(JsonValue json) implements Outcome {
    @Override
    public Bytes result() {
      return CanonicalJson.encode(json);
    }
  }

  /**
   * A key and its new value.
   *
   * @param key the stored key
   * @param value canonical JSON
   */
  record Write(String key, Bytes value) {}
}
