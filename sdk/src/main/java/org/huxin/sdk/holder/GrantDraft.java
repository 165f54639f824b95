// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.consent.ChosenLicences;
import org.huxin.sdk.consent.ConsentRefusal;
import org.huxin.sdk.consent.ConsentRefusedException;

/**
 * A grant that is being written: never more than was asked for, less where the holder says so. For
 * one thread.
 */
public final class GrantDraft {
  private static final int SALT_LENGTH = 16;

  private final LedgerId ledger;
  private final GrantAuthorization widest;
  private final HolderKey key;
  private final Instant now;
  private final SecureRandom random;
  private final ChosenLicences licences;
  private Optional<Thumbprint> agent = Optional.empty();
  private boolean anyGrantee;
  private Optional<GrantFile> parent = Optional.empty();
  private int maxUses;
  private Instant until;

  GrantDraft(
      LedgerId ledger, GrantAuthorization widest, HolderKey key, Instant now, SecureRandom random) {
    this.ledger = ledger;
    this.widest = widest;
    this.key = key;
    this.now = now;
    this.random = random;
    this.licences = new ChosenLicences(widest);
    this.maxUses = widest.maxUses();
    this.until = widest.notAfter();
  }

  /**
   * Grants a licence, with all attributes that are asked for.
   *
   * @throws ConsentRefusedException {@code NOT_ASKED_FOR}
   */
  public GrantDraft licence(LicenceRef licence) {
    licences.add(licence, salt(licence), Optional.empty());
    return this;
  }

  /**
   * Grants a licence, with fewer attributes.
   *
   * @throws ConsentRefusedException {@code NOT_ASKED_FOR}
   */
  public GrantDraft licence(LicenceRef licence, Set<FieldName> fields) {
    licences.add(licence, salt(licence), Optional.of(fields));
    return this;
  }

  /**
   * Grants any licence of the holder's of a type that is asked for: for who has none at hand.
   *
   * @throws ConsentRefusedException {@code NOT_ASKED_FOR}
   */
  public GrantDraft anyOf(LicenceTypeCode type) {
    licences.addAny(type);
    return this;
  }

  /** Grants fewer uses. */
  public GrantDraft uses(int number) {
    maxUses = number;
    return this;
  }

  /** Grants for a shorter time, in whole seconds. */
  public GrantDraft until(Instant end) {
    until = end;
    return this;
  }

  /**
   * Lets an agent pass this on.
   *
   * @param agentKey the key that the agent made for this holder
   */
  public GrantDraft through(Thumbprint agentKey) {
    agent = Optional.of(agentKey);
    return this;
  }

  /** Lets the agent choose to whom. */
  public GrantDraft toAnyGrantee() {
    anyGrantee = true;
    return this;
  }

  /**
   * As an agent, passes on of a holder's grant. Call it before licences are named: the references
   * are the parent's.
   *
   * @param held the holder's grant file
   */
  public GrantDraft within(GrantFile held) {
    parent = Optional.of(held);
    return this;
  }

  /**
   * Signs.
   *
   * @return what goes to the window, or to the agent
   * @throws ConsentRefusedException {@code NOTHING_GRANTED}; {@code BEYOND_REQUEST} if it is wider
   *     than what was asked for; {@code BEYOND_PARENT} if it is wider than what the holder granted
   *     this agent
   * @throws org.huxin.core.signed.StatementRefusedException if the parent is no statement of this
   *     ledger
   * @throws IllegalArgumentException if any grantee is allowed, but no agent named
   */
  public GrantFile sign() {
    requireWithin(grant(widest.grantee()));
    SignedStatement signed =
        key.sign(ledger, grant(anyGrantee ? Optional.empty() : widest.grantee()), now);
    return new GrantFile(
        signed.jws(),
        Optional.of(key.attestation()),
        licences.references(),
        key.subject(),
        key.ward(),
        parent);
  }

  private GrantAuthorization grant(Optional<Uscc> grantee) {
    return new GrantAuthorization(
        grantee,
        agent,
        parent.map(each -> each.grant().statementId()),
        widest.scope(),
        licences.items(),
        widest.serviceItems(),
        widest.purpose(),
        maxUses,
        widest.notBefore(),
        until,
        widest.business());
  }

  private void requireWithin(GrantAuthorization grant) {
    grant
        .beyond(widest)
        .ifPresent(
            member -> {
              throw ConsentRefusedException.of(ConsentRefusal.BEYOND_REQUEST, "member", member);
            });
    parent
        .flatMap(file -> beyondParent(grant, file))
        .ifPresent(
            member -> {
              throw ConsentRefusedException.of(ConsentRefusal.BEYOND_PARENT, "member", member);
            });
  }

  private Optional<String> beyondParent(GrantAuthorization grant, GrantFile file) {
    if (SignedStatement.read(file.grant(), ledger).statement() instanceof GrantAuthorization held
        && held.agent().equals(Optional.of(key.thumbprint()))) {
      return grant.beyond(held);
    }
    return Optional.of("agent");
  }

  private Bytes salt(LicenceRef licence) {
    return parent.flatMap(file -> file.salt(licence)).orElseGet(this::freshSalt);
  }

  private Bytes freshSalt() {
    byte[] salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    return Bytes.of(salt);
  }
}
