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
 * A party gives notice.
 *
 * @param agreement which
 * @param version which version
 * @param city which party
 * @param basis digest of the decision
 */
public record GiveNotice(StatementId agreement, int version, DivisionCode city, Digest basis)
    implements Statement {
  private static final Field<GiveNotice, StatementId> AGREEMENT =
      required("agreement", Terms.STATEMENT_ID, GiveNotice::agreement);
  private static final Field<GiveNotice, Integer> VERSION =
      required("version", Codecs.count(1, 9_999), GiveNotice::version);
  private static final Field<GiveNotice, DivisionCode> CITY =
      required("city", Terms.DIVISION, GiveNotice::city);
  private static final Field<GiveNotice, Digest> BASIS =
      required("basis", Codecs.DIGEST, GiveNotice::basis);

  /** The JSON form. */
  public static final ObjectCodec<GiveNotice> CODEC =
      ObjectCodec.of(
          members ->
              new GiveNotice(
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
    return Operation.GIVE_NOTICE;
  }
}
