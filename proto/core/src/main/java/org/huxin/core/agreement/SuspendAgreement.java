// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A party suspends: the rules into and out of it rest.
 *
 * @param agreement which
 * @param version which version
 * @param city which party
 * @param basis digest of the decision
 */
public record SuspendAgreement(StatementId agreement, int version, DivisionCode city, Digest basis)
    implements Statement {
  private static final Field<SuspendAgreement, StatementId> AGREEMENT =
      required("agreement", Terms.STATEMENT_ID, SuspendAgreement::agreement);
  private static final Field<SuspendAgreement, Integer> VERSION =
      required("version", Codecs.count(1, 9_999), SuspendAgreement::version);
  private static final Field<SuspendAgreement, DivisionCode> CITY =
      required("city", Terms.DIVISION, SuspendAgreement::city);
  private static final Field<SuspendAgreement, Digest> BASIS =
      required("basis", Codecs.DIGEST, SuspendAgreement::basis);

  /** The JSON form. */
  public static final ObjectCodec<SuspendAgreement> CODEC =
      ObjectCodec.of(
          members ->
              new SuspendAgreement(
                  members.get(AGREEMENT),
                  members.get(VERSION),
                  members.get(CITY),
                  members.get(BASIS)),
          AGREEMENT,
          VERSION,
          CITY,
          BASIS);

  @Override
  public Operation operation() {
    return Operation.SUSPEND_AGREEMENT;
  }
}
