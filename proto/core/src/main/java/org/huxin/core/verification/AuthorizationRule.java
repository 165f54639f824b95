// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.AuthorizationState;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.authorization.RetiredHolderKey;
import org.huxin.core.competence.UseScope;
import org.huxin.core.holder.Attestation;
import org.huxin.core.holder.FactRefusedException;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;

/**
 * AUTHORIZATION, the ledger's half: what the use would rest on is in force and covers licence,
 * service, purpose and fields. That whoever granted holds the licence, only the caller can tell,
 * who alone has the opening.
 */
final class AuthorizationRule {
  private final LedgerView view;
  private final LedgerId ledger;
  private final Moment moment;
  private final LicenceRecord record;
  private final AskingContext context;
  private final List<Finding> findings = new ArrayList<>();

  private AuthorizationRule(
      LedgerView view, LedgerId ledger, Moment moment, Question question, AskingContext context) {
    this.view = view;
    this.ledger = ledger;
    this.moment = moment;
    this.record = question.record();
    this.context = context;
  }

  static List<Finding> judge(
      LedgerView view, LedgerId ledger, Moment moment, Question question, AskingContext context) {
    AuthorizationRule rule = new AuthorizationRule(view, ledger, moment, question, context);
    switch (context.basis().orElseThrow()) {
      case AUTHORIZATION -> rule.judgeAuthorizations();
      case STATUTORY_DUTY -> rule.judgeScope(context.scope(), true);
      case PRESENTATION -> {
        rule.judgeScope(context.scope(), false);
        rule.judgePresenter();
      }
    }
    return rule.findings;
  }

  private void judgeAuthorizations() {
    if (context.authorizations().isEmpty()) {
      findings.add(Finding.of(FindingCode.AUTHORIZATION_NOT_NAMED));
    }
    for (ClaimedAuthorization claim : context.authorizations()) {
      Optional<Authorization> found =
          moment.known(view.get(Authorization.key(claim.authorization())));
      if (found.isEmpty()) {
        add(FindingCode.AUTHORIZATION_NOT_FOUND, claim.authorization());
        continue;
      }
      judgeStanding(found.get());
      found
          .get()
          .parent()
          .ifPresent(
              id ->
                  moment
                      .known(view.get(Authorization.key(id)))
                      .ifPresentOrElse(
                          this::judgeStanding, () -> add(FindingCode.AUTHORIZATION_NOT_FOUND, id)));
      judgeCoverage(found.get(), claim);
      judgeScope(Optional.of(found.get().scope()), false);
    }
  }

  /** Window, withdrawal, uses, and the keys that it rests on. */
  private void judgeStanding(Authorization authorization) {
    AuthorizationState state = authorization.state();
    StatementId id = authorization.id();
    if (moment.asOf().isBefore(state.notBefore())) {
      add(FindingCode.AUTHORIZATION_NOT_YET_IN_FORCE, id);
    }
    if (!moment.asOf().isBefore(state.notAfter())) {
      add(FindingCode.AUTHORIZATION_EXPIRED, id);
    }
    if (authorization.revokedAt().filter(this::holds).isPresent()) {
      add(FindingCode.AUTHORIZATION_REVOKED, id);
    }
    if (authorization.exhaustedAt().filter(this::holds).isPresent()) {
      add(FindingCode.AUTHORIZATION_EXHAUSTED, id);
    }
    java.time.Instant grantedAt = authorization.history().first().at();
    if (!new KeyStanding(view, moment).counts(authorization.attestedBy(), grantedAt)) {
      add(FindingCode.ATTESTATION_INVALID, id);
    }
    boolean retired =
        authorization
            .grantor()
            .flatMap(key -> view.get(RetiredHolderKey.key(key)))
            .filter(key -> key.holds(grantedAt, moment.knownAt()))
            .isPresent();
    if (retired) {
      add(FindingCode.HOLDER_KEY_RETIRED, id);
    }
  }

  /** Whether something recorded at a time counts: it had happened by then, and was known. */
  private boolean holds(java.time.Instant recordedAt) {
    return !recordedAt.isAfter(moment.asOf()) && moment.knows(recordedAt);
  }

  private void judgeCoverage(Authorization authorization, ClaimedAuthorization claim) {
    StatementId id = authorization.id();
    if (!authorization.grantee().equals(Optional.of(context.authority()))) {
      add(FindingCode.GRANTEE_MISMATCH, id);
    }
    if (!authorization.serviceItems().contains(context.item())) {
      add(FindingCode.ITEM_NOT_COVERED, id);
    }
    if (!authorization.purpose().equals(context.purpose())) {
      add(FindingCode.PURPOSE_NOT_COVERED, id);
    }
    if (authorization.business().isPresent()
        && !authorization.business().equals(context.business())) {
      add(FindingCode.BUSINESS_NOT_COVERED, id);
    }
    List<GrantedItem> covering =
        authorization.items().stream()
            .filter(item -> item.covers(asked(claim, List.of())))
            .toList();
    if (covering.isEmpty()) {
      add(FindingCode.LICENCE_NOT_COVERED, id);
    } else if (covering.stream().noneMatch(item -> item.covers(asked(claim, context.fields())))) {
      add(FindingCode.FIELD_NOT_COVERED, id);
    }
  }

  /** The licence that is asked about, as a grant would name it. */
  private GrantedItem asked(ClaimedAuthorization claim, List<FieldName> fields) {
    return new GrantedItem(
        record.type(),
        Optional.of(record.division()),
        claim.salt().map(salt -> record.ref().blinded(salt)),
        fields);
  }

  private void judgeScope(Optional<StatementId> id, boolean statutory) {
    if (id.isEmpty()) {
      findings.add(Finding.of(FindingCode.AUTHORIZATION_NOT_NAMED));
      return;
    }
    boolean covered =
        view.get(UseScope.key(id.get()))
            .filter(scope -> scope.isOpen(moment.asOf(), moment.knownAt()))
            .filter(scope -> scope.opened().statutory() || !statutory)
            .filter(
                scope ->
                    scope.opened().authority().equals(context.authority())
                        && scope.opened().types().contains(record.type())
                        && scope.opened().items().contains(context.item())
                        && scope.opened().purposes().contains(context.purpose())
                        && scope.opened().fields().containsAll(context.fields()))
            .isPresent();
    if (!covered) {
      findings.add(
          Finding.of(FindingCode.SCOPE_NOT_COVERING, Map.of("scope", id.get().toString())));
    }
  }

  /** The attestation of the key that presented. */
  private void judgePresenter() {
    Optional<Attestation> presenter = context.attestation().flatMap(this::attested);
    if (presenter.isEmpty()) {
      findings.add(Finding.of(FindingCode.ATTESTATION_INVALID));
      return;
    }
    boolean retired =
        view.get(RetiredHolderKey.key(Thumbprint.of(presenter.get().key())))
            .filter(key -> key.holds(moment.asOf(), moment.knownAt()))
            .isPresent();
    if (retired) {
      findings.add(Finding.of(FindingCode.HOLDER_KEY_RETIRED));
    }
  }

  private Optional<Attestation> attested(Jws jws) {
    if (!(jws.keyId() instanceof KeyId.OfAuthority kid)) {
      return Optional.empty();
    }
    return moment
        .known(view.get(Authority.key(kid.authority())))
        .filter(provider -> provider.has(Role.IDENTITY_PROVIDER, moment.asOf(), moment.knownAt()))
        .flatMap(provider -> provider.key(kid.number()))
        .filter(
            key ->
                key.isInForce(moment.asOf(), moment.knownAt())
                    && !key.isCompromised(moment.asOf(), moment.knownAt()))
        .flatMap(
            key -> {
              try {
                return Optional.of(
                    Attestation.verify(jws, ledger, new NamedKey(kid, key.key()), moment.asOf()));
              } catch (FactRefusedException e) {
                return Optional.empty(); // the finding says so
              }
            });
  }

  private void add(FindingCode code, StatementId authorization) {
    findings.add(Finding.of(code, Map.of("authorization", authorization.toString())));
  }
}
