// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.licence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.licence.LicenceState.Party;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * In which capacities the signer may act on the licences of an issuer, type and division. Looked up
 * when asked for, and once.
 */
final class StatusParties {
  private final StatementCase<?> statementCase;
  private final Competence competence;
  private final Uscc issuer;
  private final LicenceTypeCode type;
  private final DivisionCode division;
  private final Map<Party, Boolean> known = new EnumMap<>(Party.class);

  StatusParties(
      StatementCase<?> statementCase, Uscc issuer, LicenceTypeCode type, DivisionCode division) {
    this.statementCase = statementCase;
    this.competence = new Competence(statementCase);
    this.issuer = issuer;
    this.type = type;
    this.division = division;
  }

  /** Who signed. */
  Uscc signer() {
    return signerAuthority().uscc();
  }

  /** Whether the signer may act in a capacity; never as destination, which a licence names. */
  boolean is(Party party) {
    return known.computeIfAbsent(party, this::lookUp);
  }

  /** Whether the signer answers for another authority's licences and suspensions. */
  boolean succeeds(Uscc predecessor) {
    return hasRole(Role.ISSUER) && competence.succeeds(signer(), predecessor, type, division);
  }

  /**
   * The first capacity of several that the signer has.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#ROLE_NOT_IN_FORCE} if the issuer itself has
   *     lost its role, {@link LedgerRefusal#NOT_COMPETENT} if the signer has none of them
   */
  Party require(Party... accepted) {
    List<Party> parties = List.of(accepted);
    for (Party party : parties) {
      if (is(party)) {
        return party;
      }
    }
    if (parties.contains(Party.ISSUER) && signer().equals(issuer)) {
      throw LedgerRefusedException.of(LedgerRefusal.ROLE_NOT_IN_FORCE, "role", Role.ISSUER);
    }
    throw LedgerRefusedException.of(
        LedgerRefusal.NOT_COMPETENT,
        "required",
        parties.stream().map(Party::name).collect(Collectors.joining(" or ")));
  }

  /**
   * Refuses a signer that is no issuer of a destination.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#ROLE_NOT_IN_FORCE}, {@link
   *     LedgerRefusal#NOT_COMPETENT}
   */
  void requireIssuerAt(DivisionCode destination) {
    if (!hasRole(Role.ISSUER)) {
      throw LedgerRefusedException.of(LedgerRefusal.ROLE_NOT_IN_FORCE, "role", Role.ISSUER);
    }
    if (!competence.isAccredited(signer(), type, destination)) {
      throw LedgerRefusedException.of(
          LedgerRefusal.NOT_COMPETENT, "required", Party.DESTINATION.name());
    }
  }

  private Authority signerAuthority() {
    Signer.OfAuthority authority = statementCase.authority();
    return authority.authority();
  }

  private boolean hasRole(Role role) {
    return statementCase.inForce(signerAuthority(), role);
  }

  private boolean lookUp(Party party) {
    return switch (party) {
      case ISSUER -> hasRole(Role.ISSUER) && (signer().equals(issuer) || succeeds(issuer));
      case SUPERIOR -> isSuperior();
      case SUPERVISOR ->
          hasRole(Role.SUPERVISOR) && competence.isSupervisor(signer(), type, division);
      case DESTINATION -> false;
    };
  }

  private boolean isSuperior() {
    return statementCase
        .draft()
        .find(Authority.key(issuer))
        .flatMap(Authority::superior)
        .equals(Optional.of(signer()));
  }
}
