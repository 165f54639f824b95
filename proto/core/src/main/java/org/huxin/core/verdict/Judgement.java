// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

import static org.huxin.core.codec.Field.required;

import java.util.ArrayList;
import java.util.List;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;

/**
 * What became of one aspect. Its outcome is the worst that its findings mean; without a finding
 * that says otherwise an aspect that was asked is OK.
 *
 * @param aspect which one
 * @param outcome how it came out
 * @param findings what was found, in the order in which it was found; unmodifiable
 */
public record Judgement(Aspect aspect, Outcome outcome, List<Finding> findings) {
  /** The most findings of one aspect: each code of the longest aspect once, with room. */
  public static final int MAX_FINDINGS = 64;

  private static final Field<Judgement, Aspect> ASPECT =
      required("aspect", Codecs.enumeration(Aspect.class), Judgement::aspect);
  private static final Field<Judgement, Outcome> OUTCOME =
      required("outcome", Codecs.enumeration(Outcome.class), Judgement::outcome);
  private static final Field<Judgement, List<Finding>> FINDINGS =
      required("findings", ListCodec.list(Finding.CODEC, 0, MAX_FINDINGS), Judgement::findings);

  /** The JSON form. */
  public static final ObjectCodec<Judgement> CODEC =
      ObjectCodec.of(
          members ->
              new Judgement(members.get(ASPECT), members.get(OUTCOME), members.get(FINDINGS)),
          ASPECT,
          OUTCOME,
          FINDINGS);

  /**
   * A judgement.
   *
   * @throws IllegalArgumentException if a finding belongs to another aspect, the outcome is not the
   *     worst of the findings', or an aspect that was not asked has findings
   */
  public Judgement {
    findings = List.copyOf(findings);
    Outcome worst = outcome == Outcome.NOT_ASKED ? Outcome.NOT_ASKED : Outcome.OK;
    for (Finding finding : findings) {
      if (finding.code().aspect() != aspect) {
        throw new IllegalArgumentException("a finding of another aspect");
      }
      worst = worst.worse(finding.code().outcome());
    }
    if (worst != outcome) {
      throw new IllegalArgumentException("the outcome is the worst of the findings'");
    }
  }

  /** Nobody asked about this aspect. */
  public static Judgement notAsked(Aspect aspect) {
    return new Judgement(aspect, Outcome.NOT_ASKED, List.of());
  }

  /** The aspect was asked; the findings say how it came out. None means OK. */
  public static Judgement of(Aspect aspect, List<Finding> findings) {
    Outcome worst = Outcome.OK;
    for (Finding finding : findings) {
      worst = worst.worse(finding.code().outcome());
    }
    return new Judgement(aspect, worst, findings);
  }

  /**
   * Joins the caller's half and the ledger's half of one aspect: the worse outcome, all findings.
   *
   * @throws IllegalArgumentException if the other half is of another aspect
   */
  public Judgement join(Judgement other) {
    if (other.aspect != aspect) {
      throw new IllegalArgumentException("two halves of one aspect");
    }
    if (outcome == Outcome.NOT_ASKED) {
      return other;
    }
    List<Finding> all = new ArrayList<>(findings);
    other.findings.stream().filter(finding -> !all.contains(finding)).forEach(all::add);
    return new Judgement(aspect, outcome.worse(other.outcome), all);
  }
}
