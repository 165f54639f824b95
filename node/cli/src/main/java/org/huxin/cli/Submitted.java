// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.sdk.ledger.LedgerClient;

/** Says that a statement was accepted, and where it stands. Stateless. */
final class Submitted {
  private Submitted() {}

  /** Of a statement that was committed. */
  static void say(
      PrintWriter out, Reporting reporting, String operation, LedgerClient.Committed committed) {
    say(out, reporting, operation, Optional.of(committed), committed.statement());
  }

  /**
   * To people or scripts.
   *
   * @param committed empty if it was only tried
   */
  static void say(
      PrintWriter out,
      Reporting reporting,
      String operation,
      Optional<LedgerClient.Committed> committed,
      StatementId statement) {
    // A joint statement's name is not that of one of its signatures.
    String id = committed.map(done -> done.statement().toString()).orElseGet(statement::toString);
    if (reporting.isJson()) {
      JsonObject.Builder object =
          JsonObject.builder()
              .put("operation", operation)
              .put("committed", committed.isPresent())
              .put("statement", id);
      committed.ifPresent(
          done ->
              object
                  .put(
                      "keys",
                      new JsonArray(done.keys().stream().<JsonValue>map(JsonString::new).toList()))
                  .put("block", done.block())
                  .put("transaction", done.transactionId()));
      out.println(CanonicalJson.text(object.build()));
      return;
    }
    out.println(
        "✓ "
            + reporting.text(committed.isPresent() ? "submit.accepted" : "submit.would")
            + " "
            + operation);
    out.println("  " + reporting.text("submit.statement") + ": " + id);
    committed.ifPresent(
        done -> {
          done.keys().forEach(key -> out.println("  " + reporting.text("submit.key") + ": " + key));
          out.println("  " + reporting.text("submit.block") + ": " + done.block());
          out.println("  " + reporting.text("submit.transaction") + ": " + done.transactionId());
        });
  }
}
