// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.dispute;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * The issuer does not take it up.
 *
 * @param dispute which
 * @param reason why
 * @param basis digest of the decision
 */
public record RejectDispute(StatementId dispute, Code reason, Digest basis) implements Statement {
  private static final Field<RejectDispute, StatementId> DISPUTE =
      required("dispute", Terms.STATEMENT_ID, RejectDispute::dispute);
  private static final Field<RejectDispute, Code> REASON =
      required("reason", Code.CODEC, RejectDispute::reason);
  private static final Field<RejectDispute, Digest> BASIS =
      required("basis", Codecs.DIGEST, RejectDispute::basis);

  /** The JSON form. */
  public static final ObjectCodec<RejectDispute> CODEC =
      ObjectCodec.of(
          members ->
              new RejectDispute(members.get(DISPUTE), members.get(REASON), members.get(BASIS)),
          DISPUTE,
          REASON,
          BASIS);

  @Override
  public Operation operation() {
    return Operation.REJECT_DISPUTE;
  }
}
