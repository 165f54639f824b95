// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.verification;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.Question;
import org.huxin.core.verification.VerdictRules;

/**
 * The ledger's half of a verdict over this peer's state (proto/spec/question.md). A peer does not
 * know its age, so FRESHNESS is UNKNOWN where it is asked. Anyone may ask: who holds a licence's
 * record may know how it stands.
 *
 * <p>Refuses with {@link LedgerRefusal#ARGUMENTS_REFUSED} alone: what is wrong with a licence is an
 * answer, not a refusal.
 */
public final class VerifyQuery implements LedgerOperation {
  @Override
  public String name() {
    return "Verify";
  }

  @Override
  public boolean isQuery() {
    return true;
  }

  @Override
  public List<String> arguments() {
    return List.of("question");
  }

  @Override
  public Set<LedgerRefusal> refusals() {
    return EnumSet.of(LedgerRefusal.ARGUMENTS_REFUSED);
  }

  @Override
  public Outcome execute(List<String> arguments, LedgerView view, TransactionContext context) {
    Question question = QuestionArgument.read(arguments, Question.CODEC);
    Verdict verdict = VerdictRules.judge(view, context.ledger(), question, Optional.empty());
    return new Outcome.Answer(Verdict.CODEC.encode(verdict));
  }
}
