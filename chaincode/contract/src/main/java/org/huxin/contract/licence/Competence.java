// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.competence.AccreditedPeriod;
import org.huxin.core.competence.Supervision;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;

/**
 * Who is competent for a type in a division, when a statement was signed and when it is committed:
 * in the division itself, or in one above it within its city.
 */
public final class Competence {
  /**
   * How many reorganisations lie between an authority and those whose licences it answers for: more
   * than one in a licence's life is rare, and every step costs reads.
   */
  public static final int MAX_SUCCESSION = 4;

  private final StatementCase<?> statementCase;

  /** For the questions of one statement. */
  public Competence(StatementCase<?> statementCase) {
    this.statementCase = statementCase;
  }

  /** Whether an issuer is accredited. */
  public boolean isAccredited(Uscc issuer, LicenceTypeCode type, DivisionCode division) {
    for (DivisionCode each : above(division)) {
      Optional<Accreditation> accreditation = accreditation(issuer, type, each);
      if (accreditation.isPresent() && current(accreditation.get()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether an authority supervises. */
  public boolean isSupervisor(Uscc supervisor, LicenceTypeCode type, DivisionCode division) {
    for (DivisionCode each : above(division)) {
      Optional<Supervision> found =
          statementCase.draft().find(Supervision.key(supervisor, type, each));
      if (found.isPresent()
          && found.get().holds(statementCase.issuedAt(), Optional.empty())
          && found.get().holds(statementCase.committedAt(), Optional.empty())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an issuer answers for another's licences: by its accreditation, or over others that
   * followed one another, {@value #MAX_SUCCESSION} steps at most.
   */
  public boolean succeeds(
      Uscc successor, Uscc predecessor, LicenceTypeCode type, DivisionCode division) {
    Set<Uscc> seen = new HashSet<>();
    List<Uscc> step = new ArrayList<>();
    for (DivisionCode each : above(division)) {
      accreditation(successor, type, each)
          .flatMap(this::current)
          .flatMap(AccreditedPeriod::succeeds)
          .ifPresent(step::add);
    }
    for (int steps = 1; steps <= MAX_SUCCESSION && !step.isEmpty(); steps++) {
      if (step.contains(predecessor)) {
        return true;
      }
      List<Uscc> next = new ArrayList<>();
      for (Uscc each : step) {
        if (steps < MAX_SUCCESSION && seen.add(each)) {
          next.addAll(succeeded(each, type, division));
        }
      }
      step = next;
    }
    return false;
  }

  /** Whom an authority ever succeeded: one that has itself been succeeded is accredited no more. */
  private List<Uscc> succeeded(Uscc authority, LicenceTypeCode type, DivisionCode division) {
    List<Uscc> all = new ArrayList<>();
    for (DivisionCode each : above(division)) {
      accreditation(authority, type, each).stream()
          .flatMap(accreditation -> accreditation.periods().stream())
          .flatMap(period -> period.succeeds().stream())
          .forEach(all::add);
    }
    return all;
  }

  private Optional<Accreditation> accreditation(
      Uscc issuer, LicenceTypeCode type, DivisionCode division) {
    return statementCase.draft().find(Accreditation.key(issuer, type, division));
  }

  /** The period that holds now, if one held when the statement was signed. */
  private Optional<AccreditedPeriod> current(Accreditation accreditation) {
    return accreditation
        .at(statementCase.issuedAt(), Optional.empty())
        .flatMap(then -> accreditation.at(statementCase.committedAt(), Optional.empty()));
  }

  /** The division and those above it within its city, nearest first; none outside all cities. */
  private List<DivisionCode> above(DivisionCode division) {
    List<DivisionCode> all = new ArrayList<>();
    Optional<MemberCity> city = statementCase.membership().cityOf(division);
    Optional<DivisionCode> next = city.map(member -> division);
    while (next.isPresent() && city.orElseThrow().code().covers(next.get())) {
      all.add(next.get());
      next = next.get().parent();
    }
    return all;
  }
}
