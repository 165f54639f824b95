// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.issuing;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.jws.Jws;
import org.huxin.core.merkle.MerkleTree;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.proofstore.PendingBatch;
import org.huxin.sdk.proofstore.ProofStore;
import org.huxin.sdk.proofstore.SourceRows;

/**
 * Issues licences of one authority: batches on the ledger, proofs in the store. Safe for all
 * threads.
 *
 * <pre>{@code
 * Issuer issuer = new Issuer(identity, ledger, store, InstantSource.system(), new SecureRandom());
 * issuer.recover();
 * ProofFile proof = issuer.anchor(kind, List.of(licence)).get(0);
 * }</pre>
 *
 * <p>Whether a licence was issued, the store decides: one that it holds, pending or anchored, is
 * not issued again. After a failure that leaves a batch pending, {@link #recover} has the same
 * statement accepted, or learns that it never will be.
 */
public final class Issuer {
  private final RecordMaker records;
  private final BatchMaker batches;
  private final Anchoring anchoring;

  /**
   * An issuer.
   *
   * @param ledger by which batches are submitted; stays the caller's to close
   * @param store keeps the proofs
   * @param clock says when batches are signed
   * @param random seeds the salts of records
   */
  public Issuer(
      IssuerIdentity identity,
      LedgerClient ledger,
      ProofStore store,
      InstantSource clock,
      SecureRandom random) {
    this.records = new RecordMaker(identity, new TypeCatalogue(ledger), random);
    this.batches = new BatchMaker(identity, clock);
    this.anchoring = new Anchoring(ledger, store);
  }

  /**
   * Issues licences as one batch: returns once it is anchored.
   *
   * @return their proofs, everything shown, in the order of the licences
   * @throws IssuingRefusedException if one of them is not issued; then none is
   * @throws LedgerRefusedException if the ledger refuses the batch; then none is issued
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if the ledger cannot be reached: the
   *     batch is pending
   * @throws org.huxin.sdk.ledger.OutcomeUnknownException if the batch was sent and it is not known
   *     what became of it: it is pending
   * @throws org.huxin.sdk.ledger.TransactionInvalidException if its transaction did not count: it
   *     is pending
   * @throws org.huxin.sdk.proofstore.ProofStoreFailedException if the database fails
   */
  public List<ProofFile> anchor(BatchKind kind, List<Licence> licences) {
    List<PreparedLicence> prepared = prepareAll(kind, licences);
    requireNew(prepared);
    return anchorPrepared(kind, prepared, Optional.empty()).proofs();
  }

  /**
   * Issues the results of one matter (一件事) together: one batch for each part, all in one
   * transaction, all or none.
   *
   * @param parts each with its own issuer; all keep their proofs in the same store and submit by
   *     the same client
   * @return the proofs of each part
   * @throws IllegalArgumentException if there is no part, more than the ledger takes, or their
   *     issuers have different stores or clients
   * @throws IssuingRefusedException if one of the licences is not issued; then none is
   * @throws LedgerRefusedException if the ledger refuses one of the batches; then none is issued
   */
  public static List<List<ProofFile>> anchorTogether(List<IssuingPart> parts) {
    if (parts.isEmpty() || parts.size() > Anchoring.MAX_TOGETHER) {
      throw new IllegalArgumentException("from 1 to " + Anchoring.MAX_TOGETHER + " parts");
    }
    Anchoring anchoring = parts.get(0).issuer().anchoring;
    List<PreparedLicence> all = new ArrayList<>();
    List<PendingBatch> pending = new ArrayList<>();
    for (IssuingPart part : parts) {
      if (part.issuer().anchoring.store() != anchoring.store()) {
        throw new IllegalArgumentException("the parts keep their proofs in one store");
      }
      List<PreparedLicence> prepared = part.issuer().prepareAll(part.kind(), part.licences());
      all.addAll(prepared);
      pending.add(part.issuer().batches.make(part.kind(), prepared, Optional.empty()));
    }
    parts.get(0).issuer().requireNew(all);
    anchoring.anchor(pending);
    return pending.stream().map(PendingBatch::proofs).toList();
  }

  /**
   * Submits again what the store holds as pending, whoever left it so: after a crash, before
   * anything else.
   *
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if the ledger cannot be reached; what
   *     was not reached yet stays pending
   * @throws org.huxin.sdk.ledger.OutcomeUnknownException likewise
   */
  public Recovery recover() {
    int anchored = 0;
    List<LedgerRefusedException> refused = new ArrayList<>();
    for (List<Jws> submission : anchoring.store().pending()) {
      try {
        anchoring.submit(submission);
        anchored++;
      } catch (LedgerRefusedException e) {
        refused.add(e);
      }
    }
    return new Recovery(anchored, refused);
  }

  private List<PreparedLicence> prepareAll(BatchKind kind, List<Licence> licences) {
    if (licences.isEmpty() || licences.size() > MerkleTree.MAX_LEAVES) {
      throw new IssuingRefusedException(
          IssuingRefusal.BATCH_SIZE,
          Map.of(
              "count", Integer.toString(licences.size()),
              "limit", Integer.toString(MerkleTree.MAX_LEAVES)));
    }
    List<PreparedLicence> prepared =
        licences.stream().map(licence -> prepare(kind, licence)).toList();
    int entries = prepared.stream().mapToInt(PreparedLicence::entries).sum();
    if (entries > PreparedLicence.MAX_ENTRIES) {
      throw new IssuingRefusedException(
          IssuingRefusal.BATCH_ENTRIES,
          Map.of(
              "count", Integer.toString(entries),
              "limit", Integer.toString(PreparedLicence.MAX_ENTRIES)));
    }
    return prepared;
  }

  PreparedLicence prepare(BatchKind kind, Licence licence) {
    return records.prepare(kind, licence);
  }

  /** Which of some licences the store holds. */
  Set<AnchorKey> known(List<PreparedLicence> licences) {
    return anchoring.store().known(licences.stream().map(PreparedLicence::anchorKey).toList());
  }

  ProofStore store() {
    return anchoring.store();
  }

  private void requireNew(List<PreparedLicence> licences) {
    Set<AnchorKey> known = new HashSet<>(known(licences));
    for (PreparedLicence licence : licences) {
      if (!known.add(licence.anchorKey())) {
        throw alreadyIssued(licence.anchorKey());
      }
    }
  }

  static IssuingRefusedException alreadyIssued(AnchorKey key) {
    return IssuingRefusedException.of(IssuingRefusal.ALREADY_ISSUED, "anchorKey", key);
  }

  /** The batch, of which many callers need no proofs: these cost as much as the batch itself. */
  PendingBatch anchorPrepared(
      BatchKind kind, List<PreparedLicence> licences, Optional<SourceRows> source) {
    PendingBatch batch = batches.make(kind, licences, source);
    anchoring.anchor(List.of(batch));
    return batch;
  }
}
