// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.demand;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * The type's issuer, or its city's governor, answers.
 *
 * @param demand which
 * @param answer how
 * @param reason why it is refused
 */
public record AnswerDemand(StatementId demand, DemandAnswer answer, Optional<Code> reason)
    implements Statement {
  private static final Field<AnswerDemand, StatementId> DEMAND =
      required("demand", Terms.STATEMENT_ID, AnswerDemand::demand);
  private static final Field<AnswerDemand, DemandAnswer> ANSWER =
      required("answer", Codecs.enumeration(DemandAnswer.class), AnswerDemand::answer);
  private static final Field<AnswerDemand, Optional<Code>> REASON =
      optional("reason", Code.CODEC, AnswerDemand::reason);

  /** The JSON form. */
  public static final ObjectCodec<AnswerDemand> CODEC =
      ObjectCodec.of(
          members ->
              new AnswerDemand(members.get(DEMAND), members.get(ANSWER), members.get(REASON)),
          DEMAND,
          ANSWER,
          REASON);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public AnswerDemand {
    if ((answer == DemandAnswer.REFUSED) != reason.isPresent()) {
      throw new IllegalArgumentException("a refusal has a reason, and nothing else has");
    }
  }

  @Override
  public Operation operation() {
    return Operation.ANSWER_DEMAND;
  }
}
