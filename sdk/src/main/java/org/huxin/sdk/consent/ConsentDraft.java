// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FactKind;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.identity.BusinessSecret;

/** A request for consent that is being written. For one thread. */
public final class ConsentDraft {
  private final AuthorityIdentity identity;
  private final BusinessSecret businesses;
  private final LedgerScopes scopes;
  private final StatementId scope;
  private final Code purpose;
  private final Instant now;
  private final List<GrantedItem> items = new ArrayList<>();
  private final List<ServiceItemCode> services = new ArrayList<>();
  private int maxUses = 1;
  private Instant from;
  private Instant until;
  private Optional<Digest> business = Optional.empty();

  ConsentDraft(
      AuthorityIdentity identity,
      BusinessSecret businesses,
      LedgerScopes scopes,
      StatementId scope,
      ServiceItemCode item,
      Code purpose,
      Instant now) {
    this.identity = identity;
    this.businesses = businesses;
    this.scopes = scopes;
    this.scope = scope;
    this.purpose = purpose;
    this.now = now;
    this.from = now;
    this.until = now.plus(Duration.ofDays(1));
    services.add(item);
  }

  /** For a licence of a type, and these of its attributes. */
  public ConsentDraft licence(LicenceTypeCode type, Set<FieldName> fields) {
    items.add(
        new GrantedItem(
            type, Optional.empty(), Optional.empty(), fields.stream().sorted().toList()));
    return this;
  }

  /** For a licence of a type that was issued in a division, and these of its attributes. */
  public ConsentDraft licence(LicenceTypeCode type, DivisionCode issuedIn, Set<FieldName> fields) {
    items.add(
        new GrantedItem(
            type, Optional.of(issuedIn), Optional.empty(), fields.stream().sorted().toList()));
    return this;
  }

  /** For another service too (一件事). */
  public ConsentDraft alsoFor(ServiceItemCode item) {
    services.add(item);
    return this;
  }

  /** For more than one use. */
  public ConsentDraft uses(int number) {
    maxUses = number;
    return this;
  }

  /** Until when, exclusive, in whole seconds. */
  public ConsentDraft until(Instant end) {
    until = end;
    return this;
  }

  /** From when on, in whole seconds; now unless said otherwise. */
  public ConsentDraft from(Instant begin) {
    from = begin;
    return this;
  }

  /** For how long from its beginning. */
  public ConsentDraft lasting(Duration length) {
    return until(from.plusSeconds(length.toSeconds()));
  }

  /**
   * For one business only.
   *
   * @param code what the authority's own system calls it; its commitment goes out, never the code
   */
  public ConsentDraft business(String code) {
    business = Optional.of(businesses.commitment(code));
    return this;
  }

  /**
   * Checks the request against the ledger's scope and signs it.
   *
   * @return the request; its JWS goes to the holder
   * @throws ConsentRefusedException {@code SCOPE_NOT_FOUND}, {@code SCOPE_NOT_OPEN}, {@code
   *     OUTSIDE_SCOPE}, {@code NOTHING_GRANTED} if no licence is asked for
   * @throws IllegalArgumentException if the window ends before it begins
   */
  public SignedFact<ConsentRequest> sign() {
    if (items.isEmpty()) {
      throw new ConsentRefusedException(ConsentRefusal.NOTHING_GRANTED, Map.of());
    }
    GrantAuthorization terms =
        new GrantAuthorization(
            Optional.of(identity.authority()),
            Optional.empty(),
            Optional.empty(),
            scope,
            items,
            services.stream().distinct().sorted().toList(),
            purpose,
            maxUses,
            from,
            until,
            business);
    scopes.requireCovers(identity.authority(), terms, now);
    return identity.sign(
        FactKind.CONSENT_REQUEST,
        ConsentRequest.CODEC,
        new ConsentRequest(identity.ledger(), now, terms));
  }
}
