// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.competence.OpenUseScope;
import org.huxin.core.holder.ConsentRequest;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.AskingContext;
import org.huxin.sdk.consent.ConsentDesk;
import org.huxin.sdk.consent.ConsentDraft;
import org.huxin.sdk.identity.BusinessSecret;
import org.huxin.sdk.usage.UseDraft;
import org.huxin.sdk.usage.UseRecorder;
import org.huxin.sdk.verifying.VerificationRequest;

/** A window of a service: asks, takes grants, verifies and records use. For one thread. */
final class Window {
  private final World world;
  private final Service service;
  private final String business;
  private final Map<LicenceKind, Set<FieldName>> wanted = new LinkedHashMap<>();
  private final BusinessSecret secret;
  private final UseBasis basis;

  /**
   * A window with one matter.
   *
   * @param business what the office calls the matter
   */
  Window(World world, Service service, String business, UseBasis basis) {
    this.world = world;
    this.service = service;
    this.business = business;
    this.basis = basis;
    this.secret = new BusinessSecret(world.secret());
  }

  /** Wants to see these attributes of a type. */
  Window wants(LicenceKind kind, String... shortNames) {
    wanted.put(
        kind,
        Arrays.stream(shortNames)
            .map(FieldName::new)
            .collect(Collectors.toCollection(TreeSet::new)));
    return this;
  }

  /** The city's governor says in public what the window may ask: nothing else can be granted. */
  StatementId openScope() {
    return world
        .ledger()
        .submit(
            FoundingChapter.governor(world, service.owner().city()),
            at ->
                new OpenUseScope(
                    service.owner().code(),
                    wanted.keySet().stream().map(LicenceKind::code).sorted().toList(),
                    List.of(service.code()),
                    List.of(World.PURPOSE),
                    wanted.values().stream().flatMap(Set::stream).distinct().sorted().toList(),
                    basis == UseBasis.STATUTORY_DUTY,
                    World.digest("legal basis"),
                    at,
                    Optional.empty()))
        .statement();
  }

  /** Asks for consent to all that it wants. */
  SignedFact<ConsentRequest> ask(StatementId scope, int uses) {
    ConsentDraft draft =
        desk().ask(scope, service.code(), World.PURPOSE).uses(uses).business(business);
    wanted.forEach((kind, fields) -> draft.licence(kind.code(), fields));
    return draft.sign();
  }

  /** Checks a grant and carries it in. */
  StatementId receive(ConsentRequest request, GrantFile grant, IssuedLicence... licences) {
    return desk()
        .carryIn(
            desk()
                .receive(
                    request,
                    grant.write(),
                    Arrays.stream(licences).map(IssuedLicence::proof).toList()));
  }

  private ConsentDesk desk() {
    return new ConsentDesk(
        world.ledger().identity(service.owner()),
        secret,
        world.ledger().client(service.owner()),
        world.clock());
  }

  /** Verifies a licence that it wants to use, resting on grants. */
  Verdict verify(IssuedLicence licence, GrantFile... grants) throws IOException {
    return world.verify(
        service.owner(),
        shown(licence),
        VerificationRequest.asOf(world.ledger().now())
            .showing(fields(licence))
            .usedFor(context(licence, Optional.empty()), grants));
  }

  /** Verifies a licence that it wants to use by law. */
  Verdict verify(IssuedLicence licence, StatementId scope) throws IOException {
    return world.verify(
        service.owner(),
        shown(licence),
        VerificationRequest.asOf(world.ledger().now())
            .showing(fields(licence))
            .usedFor(context(licence, Optional.of(scope))));
  }

  private IssuedLicence shown(IssuedLicence licence) {
    return licence.showing(fields(licence));
  }

  private AskingContext context(IssuedLicence licence, Optional<StatementId> scope) {
    return new AskingContext(
        service.owner().code(),
        service.owner().division(),
        service.code(),
        Optional.of(secret.commitment(business)),
        World.PURPOSE,
        List.copyOf(fields(licence)),
        Optional.of(basis),
        List.of(),
        scope,
        Optional.empty(),
        Optional.empty());
  }

  /** What it wants to see of a licence, sorted. */
  Set<FieldName> fields(IssuedLicence licence) {
    Set<FieldName> fields = wanted.get(licence.kind());
    if (fields == null) {
      throw new IllegalArgumentException("the window wants no " + licence.kind());
    }
    return fields;
  }

  /** Begins to record a use in its matter. */
  UseDraft use() {
    return new UseRecorder(
            world.ledger().identity(service.owner()),
            secret,
            service.owner().division(),
            world.ledger().client(service.owner()),
            world.clock(),
            world.random())
        .begin(service.code(), business, World.PURPOSE);
  }
}
