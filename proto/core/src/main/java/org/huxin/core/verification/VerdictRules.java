// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huxin.core.id.LedgerId;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.ledger.NotProvenException;
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
    Supplier<Optional<Batch>> batch = () -> moment.known(once.get(Batch.key(question.batch())));
    Map<Aspect, List<Finding>> findings = new EnumMap<>(Aspect.class);
    judge(Aspect.ANCHOR, findings, () -> AnchorRule.judge(question, batch.get(), moment));
    // Of a batch that is not there, nothing is asked about its issuer.
    judgeWhatIsThere(
        Aspect.ISSUER,
        findings,
        () -> batch.get().map(found -> IssuerRule.judge(found, once, moment)));
    if (question.record().sealKey().isPresent() || question.seal().isPresent()) {
      judge(Aspect.SEAL, findings, () -> SealRule.judge(question, batch.get(), once, moment));
    }
    Supplier<StatusLine> status = () -> StatusRule.line(question.record().ref(), once, moment);
    judge(Aspect.STATUS, findings, () -> StatusRule.judge(question.record(), status.get(), moment));
    question
        .context()
        .ifPresent(
            context -> {
              judge(
                  Aspect.RECOGNITION,
                  findings,
                  () ->
                      RecognitionAspectRule.judge(
                          question,
                          context,
                          batch.get(),
                          StatusRule.isDisputed(status.get(), moment),
                          once,
                          moment));
              if (context.basis().isPresent()) {
                judge(
                    Aspect.AUTHORIZATION,
                    findings,
                    () -> AuthorizationRule.judge(once, ledger, moment, question, context));
              }
            });
    question
        .greatestAge()
        .ifPresent(limit -> judgeAge(limit, age, question.knownAt().isEmpty(), findings));
    Map<Aspect, Judgement> judgements = new EnumMap<>(Aspect.class);
    findings.forEach((aspect, found) -> judgements.put(aspect, Judgement.of(aspect, found)));
    return Verdict.of(question.asOf(), question.knownAt(), judgements);
  }

  private static void judge(
      Aspect aspect, Map<Aspect, List<Finding>> findings, Supplier<List<Finding>> rule) {
    judgeWhatIsThere(aspect, findings, () -> Optional.of(rule.get()));
  }

  /** What a view that holds but a part of the ledger cannot tell, is not known. */
  private static void judgeWhatIsThere(
      Aspect aspect, Map<Aspect, List<Finding>> findings, Supplier<Optional<List<Finding>>> rule) {
    Optional<List<Finding>> found;
    try {
      found = rule.get();
    } catch (NotProvenException e) {
      found = Optional.of(List.of(Finding.of(notProven(aspect), Map.of("kind", e.kind()))));
    }
    found.ifPresent(each -> findings.put(aspect, each));
  }

  private static FindingCode notProven(Aspect aspect) {
    return switch (aspect) {
      case ANCHOR -> FindingCode.ANCHOR_NOT_PROVEN;
      case ISSUER -> FindingCode.ISSUER_NOT_PROVEN;
      case SEAL -> FindingCode.SEAL_NOT_PROVEN;
      case STATUS -> FindingCode.STATUS_NOT_PROVEN;
      case RECOGNITION -> FindingCode.RECOGNITION_NOT_PROVEN;
      case AUTHORIZATION -> FindingCode.AUTHORIZATION_NOT_PROVEN;
      case DOCUMENT, FRESHNESS -> throw new IllegalArgumentException("not the ledger's to prove");
    };
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
