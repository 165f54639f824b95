// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A governor proposes the next version of an agreement; the old one holds until every party signed.
 *
 * @param agreement which
 * @param version the next version
 * @param terms what is agreed on
 */
public record AmendAgreement(StatementId agreement, int version, AgreementTerms terms)
    implements Statement {
  private static final Field<AmendAgreement, StatementId> AGREEMENT =
      required("agreement", Terms.STATEMENT_ID, AmendAgreement::agreement);
  private static final Field<AmendAgreement, Integer> VERSION =
      required("version", Codecs.count(2, 9_999), AmendAgreement::version);
  private static final Field<AmendAgreement, AgreementTerms> TERMS =
      required("terms", AgreementTerms.CODEC, AmendAgreement::terms);

  /** The JSON form. */
  public static final ObjectCodec<AmendAgreement> CODEC =
      ObjectCodec.of(
          members ->
              new AmendAgreement(members.get(AGREEMENT), members.get(VERSION), members.get(TERMS)),
          AGREEMENT,
          VERSION,
          TERMS);

  @Override
  public Operation operation() {
    return Operation.AMEND_AGREEMENT;
  }
}
