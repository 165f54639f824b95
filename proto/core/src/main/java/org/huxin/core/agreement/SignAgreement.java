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
 * A governor signs a version of an agreement: the digest of its terms.
 *
 * @param agreement which
 * @param version which version
 * @param city for which party
 * @param terms digest of the terms
 */
public record SignAgreement(StatementId agreement, int version, DivisionCode city, Digest terms)
    implements Statement {
  private static final Field<SignAgreement, StatementId> AGREEMENT =
      required("agreement", Terms.STATEMENT_ID, SignAgreement::agreement);
  private static final Field<SignAgreement, Integer> VERSION =
      required("version", Codecs.count(1, 9_999), SignAgreement::version);
  private static final Field<SignAgreement, DivisionCode> CITY =
      required("city", Terms.DIVISION, SignAgreement::city);
  private static final Field<SignAgreement, Digest> TERMS =
      required("terms", Codecs.DIGEST, SignAgreement::terms);

  /** The JSON form. */
  public static final ObjectCodec<SignAgreement> CODEC =
      ObjectCodec.of(
          members ->
              new SignAgreement(
                  members.get(AGREEMENT),
                  members.get(VERSION),
                  members.get(CITY),
                  members.get(TERMS)),
          AGREEMENT,
          VERSION,
          CITY,
          TERMS);

  @Override
  public Operation operation() {
    return Operation.SIGN_AGREEMENT;
  }
}
