// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.lifecycle.LifeCycleRefusal;
import org.huxin.core.lifecycle.LifeCycleRefusedException;

/**
 * When a competence was in force: of accreditations, supervisions and use scopes
 * (proto/spec/life-cycles.md, Periods). Never two at once.
 *
 * @param periods in ascending order, not overlapping; unmodifiable
 */
public record Periods(List<Period> periods) {

  /**
   * A time span.
   *
   * @param from its beginning
   * @param to its end, exclusive; empty while it is open
   */
  public record Period(Instant from, Optional<Instant> to) {
    /**
     * A time span.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Period {
      if (to.isPresent() && to.get().isBefore(from)) {
        throw new IllegalArgumentException("a period ends after it begins");
      }
    }

    boolean holds(Instant time) {
      return !time.isBefore(from) && (to.isEmpty() || time.isBefore(to.get()));
    }
  }

  /** No period yet. */
  public static final Periods NONE = new Periods(List.of());

  /**
   * Periods.
   *
   * @throws IllegalArgumentException if they are not in order, or overlap
   */
  public Periods {
    periods = List.copyOf(periods);
    for (int i = 1; i < periods.size(); i++) {
      Optional<Instant> end = periods.get(i - 1).to();
      if (end.isEmpty() || periods.get(i).from().isBefore(end.get())) {
        throw new IllegalArgumentException("periods in order, never two at once");
      }
    }
  }

  /** The periods of a competence as they are known now. */
  public static Periods of(List<? extends RecordedPeriod> recorded) {
    return new Periods(
        recorded.stream().map(period -> new Period(period.from(), period.end())).toList());
  }

  /** Whether one of them holds at a time. */
  public boolean hold(Instant time) {
    return periods.stream().anyMatch(period -> period.holds(time));
  }

  /**
   * Opens a period behind the others.
   *
   * @throws LifeCycleRefusedException if the last one is open, or ends later
   */
  public Periods open(Period next) {
    if (!periods.isEmpty()) {
      Optional<Instant> end = periods.get(periods.size() - 1).to();
      if (end.isEmpty() || next.from().isBefore(end.get())) {
        throw LifeCycleRefusedException.of(LifeCycleRefusal.PERIOD_OVERLAPS);
      }
    }
    List<Period> all = new ArrayList<>(periods);
    all.add(next);
    return new Periods(all);
  }

  /**
   * Ends the last period, which must hold then.
   *
   * @throws LifeCycleRefusedException if none holds until then
   */
  public Periods close(Instant at) {
    if (periods.isEmpty() || !periods.get(periods.size() - 1).holds(at)) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.NO_OPEN_PERIOD);
    }
    List<Period> all = new ArrayList<>(periods);
    all.set(all.size() - 1, new Period(all.get(all.size() - 1).from(), Optional.of(at)));
    return new Periods(all);
  }
}
