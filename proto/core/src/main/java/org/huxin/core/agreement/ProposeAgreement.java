// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;

/**
 * A governor proposes an agreement, which is named by the id of this statement.
 *
 * @param terms what is agreed on
 */
public record ProposeAgreement(AgreementTerms terms) implements Statement {
  private static final Field<ProposeAgreement, AgreementTerms> TERMS =
      required("terms", AgreementTerms.CODEC, ProposeAgreement::terms);

  /** The JSON form. */
  public static final ObjectCodec<ProposeAgreement> CODEC =
      ObjectCodec.of(members -> new ProposeAgreement(members.get(TERMS)), TERMS);

  @Override
  public Operation operation() {
    return Operation.PROPOSE_AGREEMENT;
  }
}
