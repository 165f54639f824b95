// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.FactRefusal;
import org.huxin.core.holder.FactRefusedException;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.offline.VerifiedLicence;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statement.Code;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.identity.BusinessSecret;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerEntities;
import org.huxin.sdk.ledger.LedgerKeys;
import org.huxin.sdk.offline.DocumentRule;

/**
 * A window that asks holders for consent. Safe for all threads.
 *
 * <pre>{@code
 * ConsentDesk desk = new ConsentDesk(identity, secret, ledger, InstantSource.system());
 * SignedFact<ConsentRequest> request =
 *     desk.ask(scope, item, purpose).licence(type, fields).business("2026-0042").sign();
 * // request.jws().text() goes to the holder, whose answer is a grant file
 * GrantFile.Verified consent = desk.receive(request.fact(), grantFile, List.of(proof));
 * desk.carryIn(consent);
 * }</pre>
 */
public final class ConsentDesk {
  private final AuthorityIdentity identity;
  private final BusinessSecret businesses;
  private final LedgerClient ledger;
  private final LedgerEntities entities;
  private final LedgerScopes scopes;
  private final LedgerKeys keys;
  private final InstantSource clock;

  /**
   * A window.
   *
   * @param identity whose window it is: the grantee
   * @param businesses what its businesses stand behind on the ledger
   * @param ledger stays the caller's to close
   */
  public ConsentDesk(
      AuthorityIdentity identity,
      BusinessSecret businesses,
      LedgerClient ledger,
      InstantSource clock) {
    this.identity = identity;
    this.businesses = businesses;
    this.ledger = ledger;
    this.entities = new LedgerEntities(ledger);
    this.scopes = new LedgerScopes(entities);
    this.keys = new LedgerKeys(entities);
    this.clock = clock;
  }

  /**
   * Begins a request: for one use, for a day from now.
   *
   * @param scope the use scope of this authority within which it asks
   * @param item for which service
   * @param purpose for what
   */
  public ConsentDraft ask(StatementId scope, ServiceItemCode item, Code purpose) {
    return new ConsentDraft(identity, businesses, scopes, scope, item, purpose, now());
  }

  /**
   * Reads a holder's answer and checks it: that its parts belong together, that an identity
   * provider of the ledger vouches for it, that it stays within what was asked for, and, for each
   * proof that it covers, that whoever granted holds the licence.
   *
   * @param request what was asked
   * @param grantFile the bytes of the answer
   * @param proofs of the licences at hand, with their holders shown; may be none: then {@code
   *     Verifier} tells later whether the grantor holds the licence
   * @throws ConsentRefusedException {@code GRANT_FILE_MALFORMED}, {@code PROVIDER_NOT_KNOWN},
   *     {@code GRANT_NOT_GENUINE}, {@code BEYOND_REQUEST}, {@code LICENCE_NOT_GRANTED}, {@code
   *     HOLDER_NOT_SHOWN}, {@code GRANTOR_NOT_HOLDER}
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if no peer answers
   */
  public GrantFile.Verified receive(
      ConsentRequest request, Bytes grantFile, List<ProofFile> proofs) {
    GrantFile.Verified consent = verify(read(grantFile));
    Optional<String> beyond =
        consent.grant().scope().equals(request.terms().scope())
            ? consent.grant().beyond(request.terms())
            : Optional.of("scope");
    if (beyond.isPresent()) {
      throw ConsentRefusedException.of(ConsentRefusal.BEYOND_REQUEST, "member", beyond.get());
    }
    requireHolder(consent, proofs);
    return consent;
  }

  /**
   * Carries a consent in: returns once it is on the ledger, with the one that it lies within. What
   * the ledger has already is not carried in again.
   *
   * @return the authorization's name
   * @throws ConsentRefusedException {@code NOT_ON_LEDGER} if an identity provider recorded it and
   *     has not carried it in: that only the provider's own city can
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses it, as one that was
   *     withdrawn before
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if the ledger cannot be reached
   * @throws org.huxin.sdk.ledger.OutcomeUnknownException if it is not known whether the ledger took
   *     it: call again
   */
  public StatementId carryIn(GrantFile.Verified consent) {
    consent.file().parent().ifPresent(this::carryIn);
    carryIn(consent.file());
    return consent.id();
  }

  private void carryIn(GrantFile file) {
    StatementId id = file.grant().statementId();
    if (entities.find(Authorization.ENTITY, id.toString()).isPresent()) {
      return;
    }
    if (file.attestation().isEmpty()) {
      throw ConsentRefusedException.of(ConsentRefusal.NOT_ON_LEDGER, "authorization", id);
    }
    LedgerClient.Committed unused =
        ledger.submit(
            "GrantAuthorization", List.of(file.grant().text(), file.attestation().get().text()));
  }

  private static GrantFile read(Bytes grantFile) {
    try {
      return GrantFile.read(grantFile);
    } catch (JsonRefusedException | DecodeRefusedException e) {
      throw ConsentRefusedException.of(ConsentRefusal.GRANT_FILE_MALFORMED, e);
    }
  }

  private GrantFile.Verified verify(GrantFile file) {
    Instant at = now();
    Map<KeyId, NamedKey> providers = new HashMap<>();
    providers.put(file.provider(), provider(file.provider(), at));
    file.parent()
        .ifPresent(parent -> providers.put(parent.provider(), provider(parent.provider(), at)));
    try {
      return file.verify(identity.ledger(), kid -> Objects.requireNonNull(providers.get(kid)), at);
    } catch (FactRefusedException e) {
      throw ConsentRefusedException.of(ConsentRefusal.GRANT_NOT_GENUINE, e);
    }
  }

  private NamedKey provider(KeyId kid, Instant at) {
    return keys.find(kid, Role.IDENTITY_PROVIDER, at)
        .orElseThrow(
            () -> ConsentRefusedException.of(ConsentRefusal.PROVIDER_NOT_KNOWN, "kid", kid));
  }

  /**
   * Of the licences that the consent covers, its grantor holds each that it names, and one at least
   * where it covers all of a type: the others of that type may be somebody else's.
   */
  private static void requireHolder(GrantFile.Verified consent, List<ProofFile> proofs) {
    boolean holdsOne = proofs.isEmpty();
    Optional<ConsentRefusedException> other = Optional.empty();
    for (ProofFile proof : proofs) {
      try {
        consent.requireHolder(
            new VerifiedLicence(
                proof.batchId(),
                proof.record(),
                List.of(),
                DocumentRule.openedHolders(proof),
                Optional.empty()));
        holdsOne = true;
      } catch (FactRefusedException e) {
        if (e.code() == FactRefusal.GRANTOR_NOT_HOLDER) {
          ConsentRefusedException refused = notHeld(proof);
          if (consent.file().salt(proof.record().ref()).isPresent()) {
            throw refused;
          }
          other = Optional.of(refused);
        } else if (e.code() != FactRefusal.LICENCE_NOT_GRANTED) {
          throw ConsentRefusedException.of(ConsentRefusal.GRANT_NOT_GENUINE, e);
        }
      }
    }
    if (!holdsOne) {
      throw other.orElseGet(
          () -> new ConsentRefusedException(ConsentRefusal.LICENCE_NOT_GRANTED, Map.of()));
    }
  }

  private static ConsentRefusedException notHeld(ProofFile proof) {
    boolean allShown = DocumentRule.openedHolders(proof).size() == proof.record().holders().size();
    return ConsentRefusedException.of(
        allShown ? ConsentRefusal.GRANTOR_NOT_HOLDER : ConsentRefusal.HOLDER_NOT_SHOWN,
        "type",
        proof.record().type());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
