// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.commitment;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A promise ends.
 *
 * @param commitment which
 * @param settlement how
 * @param basis digest of the evidence
 */
public record SettleCommitment(StatementId commitment, Settlement settlement, Digest basis)
    implements Statement {
  private static final Field<SettleCommitment, StatementId> COMMITMENT =
      required("commitment", Terms.STATEMENT_ID, SettleCommitment::commitment);
  private static final Field<SettleCommitment, Settlement> SETTLEMENT =
      required("settlement", Codecs.enumeration(Settlement.class), SettleCommitment::settlement);
  private static final Field<SettleCommitment, Digest> BASIS =
      required("basis", Codecs.DIGEST, SettleCommitment::basis);

  /** The JSON form. */
  public static final ObjectCodec<SettleCommitment> CODEC =
      ObjectCodec.of(
          members ->
              new SettleCommitment(
                  members.get(COMMITMENT), members.get(SETTLEMENT), members.get(BASIS)),
          COMMITMENT,
          SETTLEMENT,
          BASIS);

  @Override
  public Operation operation() {
    return Operation.SETTLE_COMMITMENT;
  }
}
