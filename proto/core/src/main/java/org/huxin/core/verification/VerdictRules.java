// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.id.LedgerId;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.ledger.ReadOnceView;
import org.huxin.core.licence.Batch;
import org.huxin.core.licence.StatusLine;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Judgement;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Verdict;

/**
 * The ledger's half of a verdict: a pure function of a view of the ledger and a question. The
 * contract over a peer's state, a node over its replica and the verifier of a bundle run this
 * class. DOCUMENT is never judged here: who holds the document does.
 */
public final class VerdictRules {
  private VerdictRules() {}

  /**
   * Judges a question.
   *
   * @param ledger the ledger id
   * @param age how old the view is: since the last block that it holds was made; empty if it does
   *     not know
   */
  public static Verdict judge(
      LedgerView view, LedgerId ledger, Question question, Optional<Duration> age) {
    LedgerView once = new ReadOnceView(view);
    Moment moment = new Moment(question.asOf(), question.knownAt());
    Optional<Batch> batch = moment.known(once.get(Batch.key(question.batch())));
    Map<Aspect, List<Finding>> findings = new EnumMap<>(Aspect.class);
    findings.put(Aspect.ANCHOR, AnchorRule.judge(question, batch, moment));
    batch.ifPresent(found -> findings.put(Aspect.ISSUER, IssuerRule.judge(found, once, moment)));
    if (question.record().sealKey().isPresent() || question.seal().isPresent()) {
      findings.put(Aspect.SEAL, SealRule.judge(question, batch, once, moment));
    }
    StatusLine status = StatusRule.line(question.record().ref(), once, moment);
    findings.put(Aspect.STATUS, StatusRule.judge(question.record(), status, moment));
    question
        .context()
        .ifPresent(
            context -> {
              findings.put(
                  Aspect.RECOGNITION,
                  RecognitionAspectRule.judge(
                      question,
                      context,
                      batch,
                      StatusRule.isDisputed(status, moment),
                      once,
                      moment));
              if (context.basis().isPresent()) {
                findings.put(
                    Aspect.AUTHORIZATION,
                    AuthorizationRule.judge(once, ledger, moment, question, context));
              }
            });
    question
        .greatestAge()
        .ifPresent(limit -> judgeAge(limit, age, question.knownAt().isEmpty(), findings));
    Map<Aspect, Judgement> judgements = new EnumMap<>(Aspect.class);
    findings.forEach((aspect, found) -> judgements.put(aspect, Judgement.of(aspect, found)));
    return Verdict.of(question.asOf(), question.knownAt(), judgements);
  }

  /** A view that is too old cannot tell what has not happened. */
  private static void judgeAge(
      int limit, Optional<Duration> age, boolean asksForNow, Map<Aspect, List<Finding>> findings) {
    if (age.isEmpty()) {
      findings.put(Aspect.FRESHNESS, List.of(Finding.of(FindingCode.AGE_NOT_KNOWN)));
      return;
    }
    long seconds = age.get().toSeconds();
    if (seconds <= limit) {
      findings.put(Aspect.FRESHNESS, List.of());
      return;
    }
    Map<String, String> evidence =
        Map.of("age", Long.toString(seconds), "limit", Integer.toString(limit));
    findings.put(Aspect.FRESHNESS, List.of(Finding.of(FindingCode.VIEW_TOO_OLD, evidence)));
    if (asksForNow) {
      notCurrent(findings, Aspect.ANCHOR, FindingCode.ANCHOR_NOT_CURRENT);
      notCurrent(findings, Aspect.ISSUER, FindingCode.ISSUER_NOT_CURRENT);
      notCurrent(findings, Aspect.SEAL, FindingCode.SEAL_NOT_CURRENT);
      notCurrent(findings, Aspect.STATUS, FindingCode.STATUS_NOT_CURRENT);
      notCurrent(findings, Aspect.RECOGNITION, FindingCode.RECOGNITION_NOT_CURRENT);
      notCurrent(findings, Aspect.AUTHORIZATION, FindingCode.AUTHORIZATION_NOT_CURRENT);
    }
  }

  private static void notCurrent(
      Map<Aspect, List<Finding>> findings, Aspect aspect, FindingCode code) {
    List<Finding> found = findings.get(aspect);
    boolean rests =
        found != null && found.stream().noneMatch(each -> each.code().outcome() == Outcome.FAILED);
    if (rests) {
      List<Finding> all = new ArrayList<>(found);
      all.add(Finding.of(code));
      findings.put(aspect, all);
    }
  }
}
