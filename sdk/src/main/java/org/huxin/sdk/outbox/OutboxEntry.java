// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.outbox;

import java.util.ArrayList;
import java.util.List;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.jws.Jws;
import org.huxin.core.signed.SignedStatement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.ledger.OperationName;

/**
 * What a relay is to submit.
 *
 * @param orderingKey entries of one key are submitted in the order in which they were written, each
 *     once the one before it is on the ledger; 1 to 200 characters
 * @param operation the operation's name; 1 to 64 characters
 * @param arguments what {@link org.huxin.sdk.ledger.LedgerClient#submit} takes; unmodifiable
 */
public record OutboxEntry(String orderingKey, String operation, List<String> arguments) {
  /** The length of its column. */
  static final int LONGEST_KEY = 200;

  /** The length of its column. */
  static final int LONGEST_OPERATION = 64;

  /** A full transaction of statements of the greatest size. */
  private static final JsonLimits LIMITS = new JsonLimits(64 << 20, 2);

  private static final ListCodec<String> ARGUMENTS =
      ListCodec.list(
          Codecs.text("argument", Integer.MAX_VALUE, text -> text, text -> text), 0, 1024);

  /**
   * An entry.
   *
   * @throws IllegalArgumentException if the key or the operation is empty or too long
   */
  public OutboxEntry {
    if (orderingKey.isEmpty()
        || orderingKey.length() > LONGEST_KEY
        || operation.isEmpty()
        || operation.length() > LONGEST_OPERATION) {
      throw new IllegalArgumentException("a key and an operation that fit into their columns");
    }
    arguments = List.copyOf(arguments);
  }

  /**
   * A signed statement.
   *
   * @param more what goes with it, such as the attestation of a holder's key
   */
  public static OutboxEntry of(String orderingKey, SignedStatement statement, Jws... more) {
    List<String> arguments = new ArrayList<>(List.of(statement.jws().text()));
    for (Jws each : more) {
      arguments.add(each.text());
    }
    return new OutboxEntry(
        orderingKey, OperationName.of(statement.statement().operation()), arguments);
  }

  /** The arguments as their column holds them: canonical JSON. */
  String argumentsJson() {
    return CanonicalJson.text(ARGUMENTS.encode(arguments));
  }

  static List<String> arguments(String json) {
    return ARGUMENTS.fromBytes(Bytes.utf8(json), LIMITS);
  }
}
