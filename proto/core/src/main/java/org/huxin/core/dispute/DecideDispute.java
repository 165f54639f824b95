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
 * The issuer, or after an escalation the supervisor, decides.
 *
 * @param dispute which
 * @param decision how
 * @param basis digest of the decision
 */
public record DecideDispute(StatementId dispute, Decision decision, Digest basis)
    implements Statement {
  private static final Field<DecideDispute, StatementId> DISPUTE =
      required("dispute", Terms.STATEMENT_ID, DecideDispute::dispute);
  private static final Field<DecideDispute, Decision> DECISION =
      required("decision", Codecs.enumeration(Decision.class), DecideDispute::decision);
  private static final Field<DecideDispute, Digest> BASIS =
      required("basis", Codecs.DIGEST, DecideDispute::basis);

  /** The JSON form. */
  public static final ObjectCodec<DecideDispute> CODEC =
      ObjectCodec.of(
          members ->
              new DecideDispute(members.get(DISPUTE), members.get(DECISION), members.get(BASIS)),
          DISPUTE,
          DECISION,
          BASIS);

  @Override
  public Operation operation() {
    return Operation.DECIDE_DISPUTE;
  }
}
