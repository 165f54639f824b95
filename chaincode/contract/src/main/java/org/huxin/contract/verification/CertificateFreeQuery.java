// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.verification;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.core.catalogue.ServiceItem;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.verification.CertificateFreeAnswer;
import org.huxin.core.verification.CertificateFreeQuestion;
import org.huxin.core.verification.CertificateFreeRule;

/**
 * 免证办: what becomes of each material of a service item, given the licences that are offered
 * (proto/spec/question.md).
 *
 * <ul>
 *   <li>{@link LedgerRefusal#ARGUMENTS_REFUSED}: no such question
 *   <li>{@link LedgerRefusal#NOT_FOUND}: no such version of the item
 * </ul>
 */
public final class CertificateFreeQuery implements LedgerOperation {
  @Override
  public String name() {
    return "CertificateFree";
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
    return EnumSet.of(LedgerRefusal.ARGUMENTS_REFUSED, LedgerRefusal.NOT_FOUND);
  }

  @Override
  public Outcome execute(List<String> arguments, LedgerView view, TransactionContext context) {
    CertificateFreeQuestion question =
        QuestionArgument.read(arguments, CertificateFreeQuestion.CODEC);
    CertificateFreeAnswer answer =
        CertificateFreeRule.judge(view, context.ledger(), question, Optional.empty())
            .orElseThrow(
                () ->
                    LedgerRefusedException.of(
                        LedgerRefusal.NOT_FOUND,
                        "key",
                        ServiceItem.key(question.item(), question.version())));
    return new Outcome.Answer(CertificateFreeAnswer.CODEC.encode(answer));
  }
}
