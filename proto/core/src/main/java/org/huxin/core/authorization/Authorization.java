// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;
import org.huxin.core.lifecycle.LifeCycleRefusedException;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * An authorization and how often it was used. Named by the statement that granted it. Its versions
 * are grant and withdrawal: uses are counted only, since each has its {@link Usage}.
 *
 * @param granted as a holder or an agent granted it; empty for assisted consent
 * @param assisted as an identity provider recorded it; empty for a grant
 * @param grantor the key that granted; empty for assisted consent
 * @param attestedBy whose key attested the grantor, or recorded the consent
 * @param used how often it was used
 * @param exhaustedAt when the ledger recorded the last use
 * @param revokedAt when the ledger recorded that it was withdrawn
 * @param history what made each version
 */
public record Authorization(
    Optional<GrantAuthorization> granted,
    Optional<AssistConsent> assisted,
    Optional<Thumbprint> grantor,
    KeyId attestedBy,
    int used,
    Optional<Instant> exhaustedAt,
    Optional<Instant> revokedAt,
    History<Revision> history)
    implements Entity {
  private static final Field<Authorization, Optional<GrantAuthorization>> GRANTED =
      optional("granted", GrantAuthorization.CODEC, Authorization::granted);
  private static final Field<Authorization, Optional<AssistConsent>> ASSISTED =
      optional("assisted", AssistConsent.CODEC, Authorization::assisted);
  private static final Field<Authorization, Optional<Thumbprint>> GRANTOR =
      optional("grantor", Terms.THUMBPRINT, Authorization::grantor);
  private static final Field<Authorization, KeyId> ATTESTED_BY =
      required("attestedBy", Terms.KEY_ID, Authorization::attestedBy);
  private static final Field<Authorization, Integer> USED =
      required("used", Codecs.count(0, 100_000), Authorization::used);
  private static final Field<Authorization, Optional<Instant>> EXHAUSTED_AT =
      optional("exhaustedAt", Codecs.SECONDS, Authorization::exhaustedAt);
  private static final Field<Authorization, Optional<Instant>> REVOKED_AT =
      optional("revokedAt", Codecs.SECONDS, Authorization::revokedAt);
  private static final Field<Authorization, History<Revision>> HISTORY =
      required("history", Revision.HISTORY, Authorization::history);

  /** The JSON form. */
  public static final ObjectCodec<Authorization> CODEC =
      ObjectCodec.of(
          members ->
              new Authorization(
                  members.get(GRANTED),
                  members.get(ASSISTED),
                  members.get(GRANTOR),
                  members.get(ATTESTED_BY),
                  members.get(USED),
                  members.get(EXHAUSTED_AT),
                  members.get(REVOKED_AT),
                  members.get(HISTORY)),
          GRANTED,
          ASSISTED,
          GRANTOR,
          ATTESTED_BY,
          USED,
          EXHAUSTED_AT,
          REVOKED_AT,
          HISTORY);

  /** The kind of entity. */
  public static final EntityType<Authorization> ENTITY =
      EntityType.of("authorization", 1, Authorization.class, CODEC);

  /**
   * An authorization.
   *
   * @throws IllegalArgumentException if it is not either granted by a key or assisted
   */
  public Authorization {
    if (granted.isPresent() == assisted.isPresent() || granted.isPresent() != grantor.isPresent()) {
      throw new IllegalArgumentException("either granted by a key or assisted");
    }
  }

  /** The key of an authorization. */
  public static EntityKey<Authorization> key(StatementId id) {
    return ENTITY.key(Revision.print(id));
  }

  /** The authorization's name. */
  public StatementId id() {
    return history.first().statement();
  }

  /** To whom; empty where only an agent is named. */
  public Optional<Uscc> grantee() {
    return assisted.isPresent()
        ? Optional.of(assisted.get().grantee())
        : granted.orElseThrow().grantee();
  }

  /** The agent who may grant within this. */
  public Optional<Thumbprint> agent() {
    return granted.flatMap(GrantAuthorization::agent);
  }

  /** For an agent's grant: the grant within which it is. */
  public Optional<StatementId> parent() {
    return granted.flatMap(GrantAuthorization::parent);
  }

  /** The use scope within which the grantee asks. */
  public StatementId scope() {
    return assisted.isPresent() ? assisted.get().scope() : granted.orElseThrow().scope();
  }

  /** What is granted; unmodifiable. */
  public List<GrantedItem> items() {
    return assisted.isPresent() ? assisted.get().items() : granted.orElseThrow().items();
  }

  /** For which services; unmodifiable. */
  public List<ServiceItemCode> serviceItems() {
    return assisted.isPresent()
        ? assisted.get().serviceItems()
        : granted.orElseThrow().serviceItems();
  }

  /** For what. */
  public Code purpose() {
    return assisted.isPresent() ? assisted.get().purpose() : granted.orElseThrow().purpose();
  }

  /** For one business only: its commitment. */
  public Optional<Digest> business() {
    return assisted.isPresent() ? assisted.get().business() : granted.orElseThrow().business();
  }

  /**
   * Used once more.
   *
   * @param at when the ledger records it
   * @throws LifeCycleRefusedException if it was revoked, is not in force then, or is used up
   */
  public Authorization use(Instant at) {
    AuthorizationState next = state().use(at);
    Optional<Instant> exhausted =
        next.used() == next.maxUses() ? Optional.of(at) : Optional.<Instant>empty();
    return new Authorization(
        granted, assisted, grantor, attestedBy, next.used(), exhausted, revokedAt, history);
  }

  /**
   * Withdrawn.
   *
   * @throws LifeCycleRefusedException if it was withdrawn before
   */
  public Authorization revoke(Revision revision) {
    AuthorizationState next = state().revoke();
    return new Authorization(
        granted,
        assisted,
        grantor,
        attestedBy,
        next.used(),
        exhaustedAt,
        Optional.of(revision.at()),
        history.append(revision));
  }

  /** Where it stands: assisted consent is for one use. */
  public AuthorizationState state() {
    boolean revoked = revokedAt.isPresent();
    if (assisted.isPresent()) {
      AssistConsent consent = assisted.get();
      return new AuthorizationState(1, used, consent.notBefore(), consent.notAfter(), revoked);
    }
    GrantAuthorization grant = granted.orElseThrow();
    return new AuthorizationState(
        grant.maxUses(), used, grant.notBefore(), grant.notAfter(), revoked);
  }
}
