// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Terms;

/**
 * A version of an agreement, and what became of it.
 *
 * @param agreement which agreement: the statement that proposed its first version
 * @param number which version of its terms
 * @param terms what is agreed on
 * @param history what happened, the proposal first
 */
public record Agreement(
    StatementId agreement, int number, AgreementTerms terms, History<AgreementEvent> history)
    implements Entity {
  /** Five digits keep the versions in order. */
  public static final int MAX_VERSION = 99_999;

  private static final Field<Agreement, StatementId> AGREEMENT =
      required("agreement", Terms.STATEMENT_ID, Agreement::agreement);
  private static final Field<Agreement, Integer> NUMBER =
      required("version", Codecs.count(1, MAX_VERSION), Agreement::number);
  private static final Field<Agreement, AgreementTerms> TERMS =
      required("terms", AgreementTerms.CODEC, Agreement::terms);
  private static final Field<Agreement, History<AgreementEvent>> HISTORY =
      required("history", History.codec(AgreementEvent.CODEC), Agreement::history);

  /** The JSON form. */
  public static final ObjectCodec<Agreement> CODEC =
      ObjectCodec.of(
          members ->
              new Agreement(
                  members.get(AGREEMENT),
                  members.get(NUMBER),
                  members.get(TERMS),
                  members.get(HISTORY)),
          AGREEMENT,
          NUMBER,
          TERMS,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Agreement> ENTITY =
      EntityType.of("agreement", 2, Agreement.class, CODEC);

  /** The key of a version of an agreement. */
  public static EntityKey<Agreement> key(StatementId agreement, int number) {
    String digits = Integer.toString(number);
    return ENTITY.key(Revision.print(agreement), "0".repeat(5 - digits.length()) + digits);
  }

  @Override
  public Optional<Shortened> closeSegment(Instant olderThan) {
    return history.close(
        olderThan, AgreementEvent.CODEC, rest -> new Agreement(agreement, number, terms, rest));
  }
}
