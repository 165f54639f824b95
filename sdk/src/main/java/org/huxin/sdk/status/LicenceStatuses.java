// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.status;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.StatementId;
import org.huxin.core.licence.ChangeLicenceStatus;
import org.huxin.core.licence.DecidedLicence;
import org.huxin.core.licence.LicenceStatus;
import org.huxin.core.licence.StatusAction;
import org.huxin.core.licence.StatusDecision;
import org.huxin.core.licence.VoidBatch;
import org.huxin.core.licence.VoidReason;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.ledger.LedgerEntities;

/**
 * Changes the status of licences, one or many in one statement, all or none. Safe for all threads.
 *
 * <pre>{@code
 * statuses.change(
 *     StatusOrder.suspend(new Code("INSPECTION"), decision, first, second),
 *     StatusOrder.revoke(new Code("REPEATED"), decision, third));
 * }</pre>
 *
 * <p>Who may do what, and from which status, the ledger says: its refusals have their own codes,
 * such as {@code NOT_COMPETENT} and {@code TRANSITION_NOT_ALLOWED}.
 */
public final class LicenceStatuses {
  private final LedgerClient ledger;
  private final LedgerEntities entities;
  private final AuthorityIdentity authority;
  private final InstantSource clock;

  /**
   * Of an authority that decides.
   *
   * @param ledger stays the caller's to close
   * @param clock says when statements are signed
   */
  public LicenceStatuses(LedgerClient ledger, AuthorityIdentity authority, InstantSource clock) {
    this.ledger = ledger;
    this.entities = new LedgerEntities(ledger);
    this.authority = authority;
    this.clock = clock;
  }

  /**
   * What happened to a licence since it was anchored.
   *
   * @return empty if nothing did; whether it was ever anchored, its proof tells
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if no peer answers
   */
  public Optional<LicenceStatus> find(LicenceRef licence) {
    return entities.find(
        LicenceStatus.ENTITY,
        licence.issuer().text(),
        licence.type().text(),
        licence.division().text(),
        licence.anchorKey().toString());
  }

  /**
   * Changes the status of licences: returns once the statement is committed.
   *
   * @throws StatusRefusedException if the orders do not make one statement
   * @throws LedgerRefusedException if the ledger refuses one of them; then none is in force
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if the ledger cannot be reached
   * @throws org.huxin.sdk.ledger.OutcomeUnknownException if it was sent and it is not known what
   *     became of it: then {@link #sign} and the outbox would have been safer
   * @throws org.huxin.sdk.ledger.TransactionInvalidException if its transaction did not count
   */
  public Committed change(StatusOrder... orders) {
    return ledger.submit(sign(Arrays.asList(orders)));
  }

  /**
   * Signs the statement without submitting it, for the outbox. It names the versions that stand
   * now.
   *
   * @throws StatusRefusedException if the orders do not make one statement
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if the ledger cannot be asked for them
   */
  public SignedStatement sign(List<StatusOrder> orders) {
    if (orders.isEmpty()) {
      throw new StatusRefusedException(StatusRefusal.NO_CHANGE, Map.of());
    }
    LicenceRef first = orders.get(0).targets().get(0).licence();
    requireOneStatement(orders, first);
    Instant now = now();
    List<StatusDecision> decisions = new ArrayList<>();
    for (StatusOrder order : orders) {
      decisions.add(
          new StatusDecision(
              order.action(),
              order.effectiveFrom().orElse(now),
              order.reason(),
              order.basis(),
              order.destination(),
              order.agreement(),
              order.targets().stream().map(target -> decided(order.action(), target)).toList()));
    }
    return authority.sign(
        new ChangeLicenceStatus(first.issuer(), first.type(), first.division(), decisions), now);
  }

  private static void requireOneStatement(List<StatusOrder> orders, LicenceRef first) {
    Set<AnchorKey> seen = new HashSet<>();
    for (StatusOrder order : orders) {
      for (StatusTarget target : order.targets()) {
        LicenceRef licence = target.licence();
        requireSame("issuer", first.issuer(), licence.issuer());
        requireSame("type", first.type(), licence.type());
        requireSame("division", first.division(), licence.division());
        if (!seen.add(licence.anchorKey())) {
          throw StatusRefusedException.of(
              StatusRefusal.LICENCE_TWICE, "anchorKey", licence.anchorKey());
        }
      }
    }
    if (seen.size() > StatusDecision.MAX_LICENCES) {
      throw new StatusRefusedException(
          StatusRefusal.TOO_MANY_LICENCES,
          Map.of(
              "count", Integer.toString(seen.size()),
              "limit", Integer.toString(StatusDecision.MAX_LICENCES)));
    }
  }

  private static void requireSame(String part, Object first, Object other) {
    if (!first.equals(other)) {
      throw StatusRefusedException.of(StatusRefusal.LICENCES_OF_SEVERAL, "part", part);
    }
  }

  /** A suspension only takes away, and so names no version. */
  private DecidedLicence decided(StatusAction action, StatusTarget target) {
    Optional<Integer> replaces =
        action == StatusAction.SUSPEND
            ? Optional.empty()
            : Optional.of(target.seen().orElseGet(() -> version(target.licence())))
                .filter(version -> version > 0);
    if (action == StatusAction.ANNUL && replaces.isEmpty()) {
      throw StatusRefusedException.of(
          StatusRefusal.NOTHING_TO_STRIKE, "anchorKey", target.licence().anchorKey());
    }
    return new DecidedLicence(target.licence().anchorKey(), replaces, target.strikes());
  }

  private int version(LicenceRef licence) {
    return find(licence).map(LicenceStatus::version).orElse(0);
  }

  /**
   * Declares a batch void, and so every licence in it. What the proof store holds of it is
   * forgotten by {@link org.huxin.sdk.proofstore.ProofStore#discard}, if its licences are to be
   * issued anew.
   *
   * @param batch the batch
   * @param basis digest of the decision
   * @throws LedgerRefusedException if the ledger refuses
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if the ledger cannot be reached
   * @throws org.huxin.sdk.ledger.OutcomeUnknownException if it is not known what became of it
   */
  public Committed voidBatch(StatementId batch, VoidReason reason, Digest basis) {
    Instant now = now();
    return ledger.submit(authority.sign(new VoidBatch(batch, reason, basis, now), now));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
