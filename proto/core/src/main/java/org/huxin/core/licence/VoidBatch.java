// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A batch is void, and so is every licence in it.
 *
 * @param batch the batch
 * @param reason why
 * @param basis digest of the decision
 * @param effectiveFrom its legal date
 */
public record VoidBatch(StatementId batch, VoidReason reason, Digest basis, Instant effectiveFrom)
    implements Statement {
  private static final Field<VoidBatch, StatementId> BATCH =
      required("batch", Terms.STATEMENT_ID, VoidBatch::batch);
  private static final Field<VoidBatch, VoidReason> REASON =
      required("reason", Codecs.enumeration(VoidReason.class), VoidBatch::reason);
  private static final Field<VoidBatch, Digest> BASIS =
      required("basis", Codecs.DIGEST, VoidBatch::basis);
  private static final Field<VoidBatch, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, VoidBatch::effectiveFrom);

  /** The JSON form. */
  public static final ObjectCodec<VoidBatch> CODEC =
      ObjectCodec.of(
          members ->
              new VoidBatch(
                  members.get(BATCH),
                  members.get(REASON),
                  members.get(BASIS),
                  members.get(EFFECTIVE_FROM)),
          BATCH,
          REASON,
          BASIS,
          EFFECTIVE_FROM);

  @Override
  public Operation operation() {
    return Operation.VOID_BATCH;
  }
}
