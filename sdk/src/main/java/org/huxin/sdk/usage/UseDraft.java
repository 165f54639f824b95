// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.authorization.UsedLicence;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.consent.ConsentRefusal;
import org.huxin.sdk.consent.ConsentRefusedException;

/**
 * A use that is being written down: of one or more licences, all in one statement, all or none. For
 * one thread.
 */
public final class UseDraft {
  /** Others of this authority may record uses of the same business at the same time. */
  private static final int MAX_TRIES = 8;

  private final UseRecorder recorder;
  private final ServiceItemCode item;
  private final Digest business;
  private final Code purpose;
  private final List<UsedProof> licences = new ArrayList<>();
  private UseBasis basis = UseBasis.AUTHORIZATION;
  private Optional<StatementId> scope = Optional.empty();
  private Optional<Digest> presentation = Optional.empty();

  UseDraft(UseRecorder recorder, ServiceItemCode item, Digest business, Code purpose) {
    this.recorder = recorder;
    this.item = item;
    this.business = business;
    this.purpose = purpose;
  }

  /**
   * Uses a licence.
   *
   * @param verdict what verifying it answered
   * @param fields which of its attributes were shown
   * @param grants on what the use rests, one of each holder, carried in before; none for a
   *     statutory or presented use
   * @throws ConsentRefusedException {@code LICENCE_NOT_VALID}, {@code LICENCE_NOT_GRANTED}
   */
  public UseDraft licence(
      ProofFile proof, Verdict verdict, Set<FieldName> fields, GrantFile... grants) {
    if (verdict.result() == Validity.INVALID) {
      throw ConsentRefusedException.of(
          ConsentRefusal.LICENCE_NOT_VALID, "type", proof.record().type());
    }
    licences.add(new UsedProof(proof, verdict, fields, List.of(grants)));
    return this;
  }

  /**
   * 依职能用证: rests on the law, no holder is asked; each holder finds it in the trail all the same.
   *
   * @param statutory the use scope
   */
  public UseDraft statutory(StatementId statutory) {
    basis = UseBasis.STATUTORY_DUTY;
    scope = Optional.of(statutory);
    return this;
  }

  /**
   * 亮证: rests on what the holder presented, which the authority keeps.
   *
   * @param asked the use scope
   * @param code the text of the code
   */
  public UseDraft presented(StatementId asked, String code) {
    basis = UseBasis.PRESENTATION;
    scope = Optional.of(asked);
    presentation = Optional.of(DigestAlgorithm.SHA_256.digest(Bytes.utf8(code)));
    return this;
  }

  /**
   * Signs the use under the next free number of its business, for an outbox: {@code RecordUsage}
   * with its JWS. What is signed twice counts as two uses.
   *
   * @throws ConsentRefusedException {@code NOTHING_GRANTED} without a licence; {@code
   *     LICENCE_NOT_GRANTED} if one lacks what it rests on; {@code TRAIL_KEY_MISSING}
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if no peer answers
   */
  public SignedStatement sign() {
    return recorder.sign(unsealed(recorder.nextNumber(item, business)), this::uses);
  }

  /**
   * Records the use: returns once it is on the ledger.
   *
   * @throws ConsentRefusedException as {@link #sign}
   * @throws LedgerRefusedException if the ledger refuses it, as after a withdrawal
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if the ledger cannot be reached
   * @throws org.huxin.sdk.ledger.OutcomeUnknownException if it was sent and it is not known what
   *     became of it: who must record exactly once signs first and submits that
   */
  public RecordedUse record() {
    for (int tries = 1; ; tries++) {
      SignedStatement signed = sign();
      try {
        return new RecordedUse((RecordUsage) signed.statement(), recorder.submit(signed));
      } catch (LedgerRefusedException e) {
        if (e.code() != LedgerRefusal.ALREADY_EXISTS || tries == MAX_TRIES) {
          throw e;
        }
      }
    }
  }

  private RecordUsage unsealed(int number) {
    if (licences.isEmpty()) {
      throw new ConsentRefusedException(ConsentRefusal.NOTHING_GRANTED, Map.of());
    }
    List<Verdict> verdicts = licences.stream().map(UsedProof::verdict).toList();
    return new RecordUsage(
        recorder.grantee(),
        item,
        business,
        number,
        basis,
        scope,
        presentation,
        purpose,
        recorder.accepting(),
        verdicts.stream().mapToInt(each -> each.resultCode().number()).max().orElseThrow(),
        Verdict.digestOf(verdicts),
        List.of());
  }

  private List<UsedLicence> uses(RecordUsage usage) {
    List<UsedLicence> uses = new ArrayList<>();
    for (UsedProof licence : licences) {
      if (basis != UseBasis.AUTHORIZATION) {
        uses.add(recorder.seal(licence, Optional.empty(), usage, uses.size()));
        continue;
      }
      if (licence.grants().isEmpty()) {
        throw ConsentRefusedException.of(
            ConsentRefusal.LICENCE_NOT_GRANTED, "type", licence.proof().record().type());
      }
      for (GrantFile grant : licence.grants()) {
        uses.add(recorder.seal(licence, Optional.of(grant), usage, uses.size()));
      }
    }
    return uses;
  }
}
