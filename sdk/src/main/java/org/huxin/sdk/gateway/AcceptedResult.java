// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;

/** What the contract answers to a statement that it accepts. */
record AcceptedResult(StatementId statement, List<String> keys) {
  /** The text forms of entity keys; a status list of full length has one each. */
  private static final int MOST_KEYS = 65_536;

  private static final int LONGEST_KEY = 512;

  private static final Field<AcceptedResult, StatementId> STATEMENT =
      required("statement", Terms.STATEMENT_ID, AcceptedResult::statement);
  private static final Field<AcceptedResult, List<String>> KEYS =
      required(
          "keys",
          ListCodec.list(
              Codecs.text("entity key", LONGEST_KEY, key -> key, key -> key), 0, MOST_KEYS),
          AcceptedResult::keys);
  private static final ObjectCodec<AcceptedResult> CODEC =
      ObjectCodec.of(
          members -> new AcceptedResult(members.get(STATEMENT), members.get(KEYS)),
          STATEMENT,
          KEYS);

  static AcceptedResult parse(byte[] json) {
    return CODEC.fromBytes(Bytes.of(json), JsonLimits.FILE);
  }
}
