// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that happened to a seal, before it was filed and since, and where it stood at any legal time
 * (proto/spec/seal-filing.md, Status at a time). Immutable.
 */
public final class SealLine {
  private record Step(SealAction action, Instant effectiveFrom) {}

  private final List<Step> steps;
  private final Optional<Instant> compromisedSince;

  private SealLine(List<Step> steps, Optional<Instant> compromisedSince) {
    this.steps = List.copyOf(steps);
    this.compromisedSince = compromisedSince;
  }

  /**
   * The line of a seal, as the ledger knew by a time.
   *
   * @param filed as it was filed, with what had happened before
   * @param events all events since, oldest first
   * @param knownAt empty for all that the ledger knows
   * @param counts whether an event counts: not if a compromised key made it
   */
  public static SealLine of(
      FileSeal filed,
      List<SealEvent> events,
      Optional<Instant> knownAt,
      Predicate<SealEvent> counts) {
    List<Step> steps = new ArrayList<>();
    filed.past().forEach(past -> steps.add(new Step(past.action(), past.effectiveFrom())));
    Optional<Instant> compromised = Optional.empty();
    for (SealEvent event : events) {
      boolean known = knownAt.isEmpty() || !event.at().isAfter(knownAt.get());
      Optional<SealAction> action = action(event.change());
      if (!known || action.isEmpty() || !counts.test(event)) {
        continue;
      }
      steps.add(new Step(action.get(), event.effectiveFrom()));
      compromised = earlier(compromised, event.compromisedSince());
    }
    // What is filed late still holds from its legal date on; of one date, what was filed last.
    steps.sort(Comparator.comparing(Step::effectiveFrom));
    return new SealLine(steps, compromised);
  }

  private static Optional<SealAction> action(SealChange change) {
    return switch (change) {
      case FILED -> Optional.empty();
      case DISABLED -> Optional.of(SealAction.DISABLE);
      case RESTORED -> Optional.of(SealAction.RESTORE);
      case CANCELLED -> Optional.of(SealAction.CANCEL);
      case REPLACED -> Optional.of(SealAction.REPLACE);
    };
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().isBefore(other.get()) ? one : other;
  }

  /** Where the seal stood at a legal time. */
  public SealStatus at(Instant time) {
    SealStatus status = SealStatus.ACTIVE;
    for (Step step : steps) {
      boolean ended = status == SealStatus.CANCELLED || status == SealStatus.REPLACED;
      if (ended || step.effectiveFrom().isAfter(time)) {
        break;
      }
      status =
          switch (step.action()) {
            case DISABLE -> SealStatus.DISABLED;
            case RESTORE -> SealStatus.ACTIVE;
            case CANCEL -> SealStatus.CANCELLED;
            case REPLACE -> SealStatus.REPLACED;
          };
    }
    return status;
  }

  /** Where it stands once all that is filed has taken effect: what the next change begins at. */
  public SealStatus latest() {
    return at(Instant.MAX);
  }

  /** The latest legal date of all that happened; empty if nothing has. */
  public Optional<Instant> lastEffectiveFrom() {
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(steps.get(steps.size() - 1).effectiveFrom());
  }

  /** From when on nothing counts that it sealed, unless its time is proven; empty if never. */
  public Optional<Instant> compromisedSince() {
    return compromisedSince;
  }

  /** When it was cancelled or replaced; empty while it was not. */
  public Optional<Instant> endedAt() {
    return steps.stream()
        .filter(step -> step.action() == SealAction.CANCEL || step.action() == SealAction.REPLACE)
        .map(Step::effectiveFrom)
        .findFirst();
  }
}
