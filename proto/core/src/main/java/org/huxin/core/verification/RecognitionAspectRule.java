// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.agreement.Agreement;
import org.huxin.core.agreement.AgreementEvent;
import org.huxin.core.agreement.AgreementInForce;
import org.huxin.core.agreement.AgreementState;
import org.huxin.core.agreement.AgreementTerms;
import org.huxin.core.agreement.RecognitionRule;
import org.huxin.core.authority.Authority;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.licence.Batch;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;

/**
 * RECOGNITION: an agreement in force between the issuing and the asking city covers type, divisions
 * and service, and its conditions hold. Within one city none is needed.
 */
final class RecognitionAspectRule {
  /** A page of agreements: a league of cities has a handful. */
  private static final int PAGE = 64;

  private final LicenceRecord record;
  private final AskingContext context;
  private final Optional<Batch> batch;
  private final boolean disputed;
  private final LedgerView view;
  private final Moment moment;

  private RecognitionAspectRule(
      Question question,
      AskingContext context,
      Optional<Batch> batch,
      boolean disputed,
      LedgerView view,
      Moment moment) {
    this.record = question.record();
    this.context = context;
    this.batch = batch;
    this.disputed = disputed;
    this.view = view;
    this.moment = moment;
  }

  /**
   * Judges it.
   *
   * @param disputed whether an accepted dispute about the licence is open
   */
  static List<Finding> judge(
      Question question,
      AskingContext context,
      Optional<Batch> batch,
      boolean disputed,
      LedgerView view,
      Moment moment) {
    return new RecognitionAspectRule(question, context, batch, disputed, view, moment).judge();
  }

  private List<Finding> judge() {
    DivisionCode issuing = record.division().city();
    DivisionCode asking = context.division().city();
    if (issuing.equals(asking)) {
      return List.of(Finding.of(FindingCode.WITHIN_ONE_CITY));
    }
    Optional<Finding> nearest = Optional.empty();
    for (Agreement agreement : agreements()) {
      Optional<Finding> against = judge(agreement, issuing, asking);
      if (against.isEmpty()) {
        return List.of();
      }
      // What comes nearest to recognising is what the asker can do something about.
      if (nearest.isEmpty() || rank(against.get()) > rank(nearest.get())) {
        nearest = against;
      }
    }
    if (!view.isComplete() && context.agreement().isEmpty()) {
      return List.of(Finding.of(FindingCode.AGREEMENTS_NOT_ALL_KNOWN));
    }
    return List.of(
        nearest.orElseGet(
            () ->
                Finding.of(
                    FindingCode.NOT_RECOGNISED,
                    Map.of("from", issuing.toString(), "to", asking.toString()))));
  }

  private static int rank(Finding finding) {
    return switch (finding.code()) {
      case AGREEMENT_SUSPENDED -> 1;
      case TRUST_LEVEL_TOO_LOW -> 2;
      case DISPUTED_NOT_ACCEPTED -> 3;
      default -> 0;
    };
  }

  /** Those that the question names, or all that the view holds. */
  private List<Agreement> agreements() {
    if (context.agreement().isPresent()) {
      return versions(context.agreement().get());
    }
    List<Agreement> all = new ArrayList<>();
    Optional<EntityKey<Agreement>> after = Optional.empty();
    do {
      LedgerView.Page<Agreement> page = view.list(Agreement.ENTITY, List.of(), after, PAGE);
      all.addAll(page.entities());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  /** One by one, up to the first that there is not: a view of a part must know of each. */
  private List<Agreement> versions(StatementId id) {
    List<Agreement> versions = new ArrayList<>();
    Optional<Agreement> version = view.get(Agreement.key(id, 1));
    while (version.isPresent()) {
      versions.add(version.get());
      version =
          versions.size() == Agreement.MAX_VERSION
              ? Optional.empty()
              : view.get(Agreement.key(id, versions.size() + 1));
    }
    return versions;
  }

  /** What speaks against an agreement; empty if it recognises the licence. */
  private Optional<Finding> judge(Agreement agreement, DivisionCode issuing, DivisionCode asking) {
    Map<String, String> evidence =
        Map.of(
            "agreement", agreement.agreement().toString(),
            "version", Integer.toString(agreement.number()));
    AgreementTerms terms = agreement.terms();
    List<RecognitionRule> rules = terms.rules().stream().filter(this::covers).toList();
    Optional<AgreementState> state = state(agreement);
    boolean active =
        state.isPresent()
            && state.get().status() == AgreementState.Status.ACTIVE
            && terms.holds(moment.asOf());
    if (rules.isEmpty() || !active) {
      return Optional.of(Finding.of(FindingCode.NOT_RECOGNISED, evidence));
    }
    if (!state.get().binds(issuing, asking, moment.asOf())) {
      boolean suspended =
          state.get().suspendedBy().contains(issuing) || state.get().suspendedBy().contains(asking);
      return Optional.of(
          Finding.of(
              suspended ? FindingCode.AGREEMENT_SUSPENDED : FindingCode.NOT_RECOGNISED, evidence));
    }
    boolean trusted = rules.stream().anyMatch(this::trusts);
    if (!trusted) {
      return Optional.of(Finding.of(FindingCode.TRUST_LEVEL_TOO_LOW, evidence));
    }
    boolean acceptsDispute =
        rules.stream().anyMatch(rule -> trusts(rule) && (!disputed || rule.acceptDisputed()));
    return acceptsDispute
        ? Optional.empty()
        : Optional.of(Finding.of(FindingCode.DISPUTED_NOT_ACCEPTED, evidence));
  }

  private boolean covers(RecognitionRule rule) {
    boolean statutory = context.basis().equals(Optional.of(UseBasis.STATUTORY_DUTY));
    return rule.covers(record.type(), record.division(), context.division())
        && rule.serves(context.item())
        && (!statutory || rule.statutory());
  }

  private boolean trusts(RecognitionRule rule) {
    // The levels stand in the order of trust, A first.
    return batch.isPresent() && batch.get().trustLevel().compareTo(rule.minimumTrust()) <= 0;
  }

  private Optional<AgreementState> state(Agreement agreement) {
    return AgreementInForce.state(view, agreement, moment.asOf(), moment.knownAt(), this::counts);
  }

  /** A governor's acts stand until a rotation of its key undoes them. */
  private boolean counts(AgreementEvent event) {
    return !(event.by() instanceof KeyId.OfAuthority kid)
        || view.get(Authority.key(kid.authority()))
            .filter(governor -> governor.hasUndone(event.statement(), moment.knownAt()))
            .isEmpty();
  }
}
