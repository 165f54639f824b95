// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.statement;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.governance.Limits;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.governance.Membership;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.Revision;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.Statement;

/**
 * A statement whose signature, age and carrier are in order, before its own rule.
 *
 * @param id the statement's name
 * @param head what every statement says
 * @param statement what this one says
 * @param signer who says it
 * @param committedAt the transaction's time
 * @param membership the cities and limits
 * @param draft the ledger, to be read and changed
 * @param attestation the attestation that came along, if one did
 * @param <S> the operation's statement
 */
public record StatementCase<S extends Statement>(
    StatementId id,
    StatementHead head,
    S statement,
    Signer signer,
    Instant committedAt,
    Membership membership,
    LedgerDraft draft,
    Optional<Jws> attestation) {

  /** When it was signed. */
  public Instant issuedAt() {
    return head.issuedAt();
  }

  /** The limits of this ledger. */
  public Limits limits() {
    return membership.limits();
  }

  /**
   * The authority that signed.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#STATEMENT_SIGNATORY} if a holder signed
   */
  public Signer.OfAuthority authority() {
    if (signer instanceof Signer.OfAuthority authority) {
      return authority;
    }
    throw LedgerRefusedException.of(LedgerRefusal.STATEMENT_SIGNATORY);
  }

  /**
   * The holder who signed.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#STATEMENT_SIGNATORY} if an authority signed
   */
  public Signer.OfHolder holder() {
    if (signer instanceof Signer.OfHolder holder) {
      return holder;
    }
    throw LedgerRefusedException.of(LedgerRefusal.STATEMENT_SIGNATORY);
  }

  /**
   * The authority that signed, which must have a role now and when it signed.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#STATEMENT_SIGNATORY}, {@link
   *     LedgerRefusal#ROLE_NOT_IN_FORCE}
   */
  public Signer.OfAuthority requireRole(Role role) {
    Signer.OfAuthority authority = authority();
    if (!inForce(authority.authority(), role)) {
      throw LedgerRefusedException.of(LedgerRefusal.ROLE_NOT_IN_FORCE, "role", role);
    }
    return authority;
  }

  /** Whether an authority has a role now and had it when the statement was signed. */
  public boolean inForce(Authority authority, Role role) {
    return authority.has(role, issuedAt(), Optional.empty())
        && authority.has(role, committedAt, Optional.empty());
  }

  /**
   * The authority that signed, which must be the one that the statement names as acting.
   *
   * @param required as what, for the evidence
   * @throws LedgerRefusedException {@link LedgerRefusal#STATEMENT_SIGNATORY}, {@link
   *     LedgerRefusal#NOT_COMPETENT} if it is another one
   */
  public void requireSigner(Uscc acting, String required) {
    requireCompetent(authority().authority().uscc().equals(acting), required);
  }

  /**
   * Refuses a signer who may not do this here.
   *
   * @param required who might, for the evidence
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_COMPETENT}
   */
  public void requireCompetent(boolean competent, String required) {
    if (!competent) {
      throw LedgerRefusedException.of(LedgerRefusal.NOT_COMPETENT, "required", required);
    }
  }

  /**
   * The signer as governor of a city.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#ROLE_NOT_IN_FORCE}, {@link
   *     LedgerRefusal#NOT_COMPETENT} if it governs another city
   */
  public MemberCity requireGovernorOf(DivisionCode division) {
    Signer.OfAuthority governor = requireRole(Role.GOVERNOR);
    MemberCity city = requireCity(division);
    if (!city.governor().equals(governor.authority().uscc())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.NOT_COMPETENT, "required", "governor of " + city.code());
    }
    return city;
  }

  /**
   * The member city in which a division lies.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#CITY_NOT_MEMBER}
   */
  public MemberCity requireCity(DivisionCode division) {
    return membership
        .cityOf(division)
        .orElseThrow(
            () -> LedgerRefusedException.of(LedgerRefusal.CITY_NOT_MEMBER, "division", division));
  }

  /**
   * Refuses a statement that replaces another version than the current one.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#STALE_VERSION}
   */
  public <T extends Entity> void requireReplaces(EntityKey<T> key, T current) {
    requireReplaces(key, current, head.replaces());
  }

  /** The same for a version that stands elsewhere in the statement. */
  public <T extends Entity> void requireReplaces(
      EntityKey<T> key, T current, Optional<Integer> replaces) {
    if (!replaces.equals(Optional.of(current.version()))) {
      throw new LedgerRefusedException(
          LedgerRefusal.STALE_VERSION,
          Map.of(
              "key", key.toString(),
              "version", Integer.toString(current.version()),
              "replaces", replaces.map(Object::toString).orElse("0")));
    }
  }

  /**
   * Refuses a statement that replaces another version than the current one, if there is one; and
   * one that names a version where there is nothing.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#REPLACES_MISSING}, {@link
   *     LedgerRefusal#REPLACES_UNEXPECTED}, {@link LedgerRefusal#STALE_VERSION}
   */
  public <T extends Entity> void requireReplacesCurrent(EntityKey<T> key, Optional<T> current) {
    if (current.isEmpty()) {
      if (head.replaces().isPresent()) {
        throw LedgerRefusedException.of(LedgerRefusal.REPLACES_UNEXPECTED);
      }
      return;
    }
    if (head.replaces().isEmpty()) {
      throw LedgerRefusedException.of(LedgerRefusal.REPLACES_MISSING);
    }
    requireReplaces(key, current.get());
  }

  /**
   * Refuses a legal date that lies before the statement.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#EFFECTIVE_DATE_NOT_ALLOWED}
   */
  public void requireNotBackdated(Instant effectiveFrom) {
    if (effectiveFrom.isBefore(issuedAt())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
          "effectiveFrom",
          effectiveFrom.getEpochSecond());
    }
  }

  /** The time that a first version is recorded under. */
  public Revision revision() {
    return new Revision(committedAt, id);
  }

  /** The time that a further version is recorded under. */
  public Revision revision(Entity previous) {
    return new Revision(at(previous), id);
  }

  /** When a change of an entity is recorded: never before its last change. */
  public Instant at(Entity previous) {
    Instant last = previous.recordedAt();
    return last.isAfter(committedAt) ? last : committedAt;
  }
}
