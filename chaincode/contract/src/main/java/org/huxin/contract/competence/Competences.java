// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.competence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.huxin.contract.statement.LedgerDraft;
import org.huxin.core.catalogue.LicenceType;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.PeriodEnd;
import org.huxin.core.competence.Periods;
import org.huxin.core.competence.RecordedPeriod;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.SealKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.seal.Seal;

/** What opening and closing competences have in common. */
final class Competences {
  private Competences() {}

  /**
   * Refuses a type that nobody defined, or that is a state secret in its first version; one that
   * becomes a state secret later is refused where licences of that version are anchored.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_FOUND}, {@link
   *     LedgerRefusal#TYPE_CLASSIFIED}
   */
  static void requireType(LedgerDraft draft, LicenceTypeCode type) {
    if (draft.require(LicenceType.key(type, 1)).definition().classified()) {
      throw LedgerRefusedException.of(LedgerRefusal.TYPE_CLASSIFIED, "type", type);
    }
  }

  /**
   * Refuses a seal that was never filed. Whose it is, is not asked: a government's seal may stand
   * under what its department issues. What became of it, the check of a signature asks.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_FOUND}
   */
  static void requireSeals(LedgerDraft draft, List<SealKey> seals) {
    for (SealKey seal : seals) {
      var unused = draft.require(Seal.key(seal));
    }
  }

  /**
   * The periods with one more behind them.
   *
   * @throws org.huxin.core.lifecycle.LifeCycleRefusedException if it overlaps
   * @throws LedgerRefusedException {@link LedgerRefusal#LIMIT_EXCEEDED}
   */
  static <P extends RecordedPeriod> List<P> open(List<P> periods, P next) {
    var unused = Periods.of(periods).open(new Periods.Period(next.from(), next.to()));
    List<P> all = new ArrayList<>(periods);
    all.add(next);
    if (all.size() > Accreditation.MAX_PERIODS) {
      throw new LedgerRefusedException(
          LedgerRefusal.LIMIT_EXCEEDED,
          Map.of(
              "limit", Integer.toString(Accreditation.MAX_PERIODS),
              "value", Integer.toString(all.size())));
    }
    return all;
  }

  /**
   * The periods, the last of which ends.
   *
   * @param closed makes the ended period
   * @throws org.huxin.core.lifecycle.LifeCycleRefusedException if none holds until then
   */
  static <P extends RecordedPeriod> List<P> close(
      List<P> periods, PeriodEnd end, BiFunction<P, PeriodEnd, P> closed) {
    var unused = Periods.of(periods).close(end.to());
    List<P> all = new ArrayList<>(periods);
    int last = all.size() - 1;
    all.set(last, closed.apply(all.get(last), end));
    return all;
  }
}
