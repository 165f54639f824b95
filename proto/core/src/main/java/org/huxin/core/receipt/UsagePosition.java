// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.receipt;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Terms;

/**
 * Where on the ledger a use is recorded.
 *
 * @param statement the statement that recorded it
 * @param block the number of the block
 * @param transaction its position in the block, from 0
 */
public record UsagePosition(StatementId statement, long block, int transaction) {
  /** More transactions than a block holds. */
  private static final int MAX_TRANSACTION = 1_000_000;

  private static final Field<UsagePosition, StatementId> STATEMENT =
      required("statement", Terms.STATEMENT_ID, UsagePosition::statement);
  private static final Field<UsagePosition, Long> BLOCK =
      required("block", Codecs.integer(0, Receipt.MAX_BLOCK), UsagePosition::block);
  private static final Field<UsagePosition, Integer> TRANSACTION =
      required("transaction", Codecs.count(0, MAX_TRANSACTION), UsagePosition::transaction);

  static final ObjectCodec<UsagePosition> CODEC =
      ObjectCodec.of(
          members ->
              new UsagePosition(
                  members.get(STATEMENT), members.get(BLOCK), members.get(TRANSACTION)),
          STATEMENT,
          BLOCK,
          TRANSACTION);
}
