// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.dispute;

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
 * The raiser takes a dismissed dispute to the supervisor, once.
 *
 * @param dispute which
 * @param evidence digest of further evidence
 */
public record EscalateDispute(StatementId dispute, Digest evidence) implements Statement {
  private static final Field<EscalateDispute, StatementId> DISPUTE =
      required("dispute", Terms.STATEMENT_ID, EscalateDispute::dispute);
  private static final Field<EscalateDispute, Digest> EVIDENCE =
      required("evidence", Codecs.DIGEST, EscalateDispute::evidence);

  /** The JSON form. */
  public static final ObjectCodec<EscalateDispute> CODEC =
      ObjectCodec.of(
          members -> new EscalateDispute(members.get(DISPUTE), members.get(EVIDENCE)),
          DISPUTE,
          EVIDENCE);

  @Override
  public Operation operation() {
    return Operation.ESCALATE_DISPUTE;
  }
}
