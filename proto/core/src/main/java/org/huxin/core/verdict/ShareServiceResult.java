// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

import java.util.EnumSet;
import java.util.Set;

/**
 * The result codes of the share service of GB/T 36906 (verifyCertInfo), derived from a verdict:
 * what existing systems of the field expect. Codes 4 and 6 belong to questions, not to verdicts on
 * them.
 */
public enum ShareServiceResult {
  /** 信息正确且有效. */
  CORRECT_AND_VALID(0),
  /** 信息正确且未激活: it takes effect later. */
  CORRECT_NOT_YET_ACTIVE(1),
  /** 信息正确且证照暂时失效: suspended, or on its way to another region. */
  CORRECT_SUSPENDED(2),
  /** 信息正确且证照已失效. */
  CORRECT_NO_LONGER_VALID(3),
  /** 信息不全无法验证: something that was asked cannot be told. */
  INCOMPLETE(4),
  /** 查无此信息: the ledger knows no such thing. */
  NOT_FOUND(5),
  /** 请填写参数: nothing was asked. */
  PARAMETERS_MISSING(6),
  /** 部分信息有误或不完整. */
  PARTLY_WRONG(7);

  private static final Set<FindingCode> NOT_THERE =
      EnumSet.of(FindingCode.BATCH_NOT_ANCHORED, FindingCode.ISSUER_NOT_REGISTERED);
  private static final Set<FindingCode> RESTING =
      EnumSet.of(FindingCode.SUSPENDED, FindingCode.TRANSFERRED_OUT);

  private final int number;

  ShareServiceResult(int number) {
    this.number = number;
  }

  /** The code's number, 0 to 7. */
  public int number() {
    return number;
  }

  /**
   * The code that says what a verdict says. The information itself comes first: what is not genuine
   * has no status. Whether the licence may be used here is no part of this code.
   */
  static ShareServiceResult of(Verdict verdict) {
    if (verdict.judgements().stream().allMatch(each -> each.outcome() == Outcome.NOT_ASKED)) {
      return PARAMETERS_MISSING;
    }
    if (found(verdict, NOT_THERE)) {
      return NOT_FOUND;
    }
    if (verdict.genuine() == Answer.NO) {
      return PARTLY_WRONG;
    }
    if (verdict.inForce() == Answer.NO) {
      return ofStatus(verdict);
    }
    boolean told = verdict.genuine() == Answer.YES && verdict.inForce() == Answer.YES;
    return told ? CORRECT_AND_VALID : INCOMPLETE;
  }

  private static ShareServiceResult ofStatus(Verdict verdict) {
    Set<FindingCode> failed = EnumSet.noneOf(FindingCode.class);
    for (Finding finding : verdict.of(Aspect.STATUS).findings()) {
      if (finding.code().outcome() == Outcome.FAILED) {
        failed.add(finding.code());
      }
    }
    if (failed.equals(EnumSet.of(FindingCode.NOT_YET_EFFECTIVE))) {
      return CORRECT_NOT_YET_ACTIVE;
    }
    return RESTING.containsAll(failed) ? CORRECT_SUSPENDED : CORRECT_NO_LONGER_VALID;
  }

  private static boolean found(Verdict verdict, Set<FindingCode> codes) {
    return verdict.judgements().stream()
        .flatMap(each -> each.findings().stream())
        .anyMatch(finding -> codes.contains(finding.code()));
  }
}
