// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.commitment;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.huxin.core.commitment.Commitment;
import org.huxin.core.commitment.CommitmentKind;
import org.huxin.core.commitment.MakeCommitment;
import org.huxin.core.commitment.SettleCommitment;
import org.huxin.core.commitment.Settlement;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.StatementId;
import org.huxin.core.reference.Opening;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.sdk.certificatefree.MaterialFinding;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.ledger.LedgerEntities;

/**
 * The authority of a service that accepts promises in place of materials (告知承诺, 容缺受理), and those
 * who settle them. Safe for all threads.
 *
 * <pre>{@code
 * CommitmentDesk desk = new CommitmentDesk(identity, ledger, InstantSource.system(), random);
 * MadeCommitment made = desk.accept(finding, applicant, division, textDigest, dueAt);
 * desk.settle(made.id(), Settlement.FULFILLED, evidenceDigest);
 * }</pre>
 */
public final class CommitmentDesk {
  private static final int SALT_LENGTH = 16;

  private final AuthorityIdentity identity;
  private final LedgerClient ledger;
  private final LedgerEntities entities;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * An authority.
   *
   * @param ledger a client of the authority's own city; stays the caller's to close
   */
  public CommitmentDesk(
      AuthorityIdentity identity, LedgerClient ledger, InstantSource clock, SecureRandom random) {
    this.identity = identity;
    this.ledger = ledger;
    this.entities = new LedgerEntities(ledger);
    this.clock = clock;
    this.random = random;
  }

  /**
   * Accepts a promise in place of a material that the check found missing: a commitment where the
   * item allows one, else a deferral. It stands for the first licence type that the material
   * accepts.
   *
   * @param finding what the check found
   * @param who who promises
   * @param division where
   * @param text digest of its text
   * @param dueAt when it is due, in whole seconds
   * @throws CommitmentRefusedException {@code PROMISE_NOT_ALLOWED} if the material is there, or
   *     must be
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses
   */
  public MadeCommitment accept(
      MaterialFinding finding, HolderId who, DivisionCode division, Digest text, Instant dueAt) {
    CommitmentKind kind =
        switch (finding.result()) {
          case COMMITMENT -> CommitmentKind.INFORMED_COMMITMENT;
          case DEFERRABLE -> CommitmentKind.DEFERRED_MATERIAL;
          case SATISFIED, MISSING ->
              throw new CommitmentRefusedException(
                  CommitmentRefusal.PROMISE_NOT_ALLOWED,
                  Map.of(
                      "material",
                      finding.material().code().text(),
                      "result",
                      finding.result().name()));
        };
    byte[] salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    Opening subject = new Opening(who, Bytes.of(salt));
    Committed committed =
        ledger.submit(
            identity.sign(
                new MakeCommitment(
                    finding.item(),
                    kind,
                    subject.subjectCommitment(),
                    finding.material().code(),
                    finding.accepts().stream().findFirst(),
                    division,
                    text,
                    dueAt),
                now()));
    return new MadeCommitment(committed.statement(), subject);
  }

  /**
   * Settles a promise: kept or waived by who accepted it, broken by a supervisor or auditor.
   *
   * @param basis digest of the evidence
   * @throws CommitmentRefusedException {@code COMMITMENT_NOT_FOUND}
   * @throws org.huxin.core.refusal.LedgerRefusedException if the ledger refuses
   */
  public Committed settle(StatementId commitment, Settlement settlement, Digest basis) {
    Commitment standing =
        entities
            .find(Commitment.ENTITY, commitment.toString())
            .orElseThrow(
                () ->
                    new CommitmentRefusedException(
                        CommitmentRefusal.COMMITMENT_NOT_FOUND,
                        Map.of("commitment", commitment.toString())));
    return ledger.submit(
        identity.sign(
            new SettleCommitment(commitment, settlement, basis), now(), standing.version()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
