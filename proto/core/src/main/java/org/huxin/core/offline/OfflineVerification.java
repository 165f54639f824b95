// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.offline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.merkle.MerkleRefusedException;
import org.huxin.core.proof.HolderOpening;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.record.AnchorNaming;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.reference.HolderCommitment;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * Checks a document and its proof against a trusted batch, without a network: digest, attributes,
 * holders, inclusion. Pure; safe for all threads. The document's bytes go nowhere.
 */
public final class OfflineVerification {
  private OfflineVerification() {}

  /**
   * Checks a proof without a document.
   *
   * @throws OfflineRefusedException if anything in it does not hold
   */
  public static VerifiedLicence verify(ProofFile proof, TrustedBatch batch) {
    return verify(proof, batch, Optional.empty());
  }

  /**
   * Checks a document and its proof.
   *
   * @throws OfflineRefusedException if the document is not the record's, the record names none, or
   *     anything in the proof does not hold
   */
  public static VerifiedLicence verify(Bytes document, ProofFile proof, TrustedBatch batch) {
    DigestAlgorithm algorithm = documentDigest(proof.record()).algorithm();
    return verify(proof, batch, Optional.of(algorithm.digest(document)));
  }

  /**
   * Checks a document, read from a stream in constant memory, and its proof. Does not close the
   * stream.
   *
   * @throws OfflineRefusedException if the document is not the record's, the record names none, or
   *     anything in the proof does not hold
   * @throws IOException if the stream cannot be read
   */
  public static VerifiedLicence verify(InputStream document, ProofFile proof, TrustedBatch batch)
      throws IOException {
    DigestAlgorithm algorithm = documentDigest(proof.record()).algorithm();
    return verify(proof, batch, Optional.of(Digest.of(algorithm, document)));
  }

  /**
   * Checks that a proof is that of a licence identifier.
   *
   * @throws OfflineRefusedException if it is another licence's
   */
  public static void requireIdentifier(ProofFile proof, LicenceIdentifier identifier) {
    DigestAlgorithm algorithm = proof.record().anchorKey().digest().algorithm();
    if (!AnchorNaming.anchorKey(algorithm, identifier, proof.nonce())
        .equals(proof.record().anchorKey())) {
      throw OfflineRefusedException.of(OfflineRefusal.IDENTIFIER_MISMATCH);
    }
  }

  private static Digest documentDigest(LicenceRecord record) {
    return record
        .documentDigest()
        .orElseThrow(() -> OfflineRefusedException.of(OfflineRefusal.NO_DOCUMENT_ANCHORED));
  }

  private static VerifiedLicence verify(
      ProofFile proof, TrustedBatch trusted, Optional<Digest> document) {
    LicenceRecord record = proof.record();
    if (document.isPresent() && !document.equals(record.documentDigest())) {
      throw OfflineRefusedException.of(OfflineRefusal.DOCUMENT_MISMATCH);
    }
    if (!trusted.id().equals(proof.batchId())) {
      throw OfflineRefusedException.of(OfflineRefusal.PROOF_OF_OTHER_BATCH);
    }
    requireOfBatch(record, trusted.batch());
    requireIncluded(proof, trusted.batch());
    requireAttributes(proof);
    proof.openings().forEach(opening -> requireHolder(record, opening));
    return new VerifiedLicence(
        trusted.id(), record, proof.shownAttributes(), proof.shownHolders(), document);
  }

  private static void requireOfBatch(LicenceRecord record, AnchorBatch batch) {
    boolean same =
        record.issuer().equals(batch.issuer())
            && record.type().equals(batch.type())
            && record.typeVersion() == batch.typeVersion()
            && record.division().equals(batch.division())
            && record.isOf(batch.suite().digest());
    if (!same) {
      throw OfflineRefusedException.of(OfflineRefusal.RECORD_NOT_OF_BATCH);
    }
  }

  private static void requireIncluded(ProofFile proof, AnchorBatch batch) {
    if (proof.inclusion().treeSize() != batch.size()) {
      throw new OfflineRefusedException(
          OfflineRefusal.RECORD_NOT_INCLUDED, Map.of("code", "TREE_SIZE"));
    }
    try {
      proof.inclusion().verify(proof.leafData(), batch.root());
    } catch (MerkleRefusedException e) {
      throw OfflineRefusedException.because(OfflineRefusal.RECORD_NOT_INCLUDED, e);
    }
  }

  /**
   * Exactly as many as the record says, so that nobody can pass off a node as a hidden attribute.
   */
  private static void requireAttributes(ProofFile proof) {
    LicenceRecord record = proof.record();
    Digest root = record.attributeRoot();
    try {
      if (proof.attributes().slots().size() == record.attributeCount()
          && proof.attributes().root(root.algorithm()).equals(root)) {
        return;
      }
    } catch (MerkleRefusedException e) {
      // A hidden hash of another algorithm.
    }
    throw OfflineRefusedException.of(OfflineRefusal.ATTRIBUTES_MISMATCH);
  }

  private static void requireHolder(LicenceRecord record, HolderOpening shown) {
    boolean holds = shown.index() < record.holders().size();
    if (holds) {
      HolderCommitment expected = record.holders().get(shown.index());
      DigestAlgorithm algorithm = expected.digest().algorithm();
      holds = shown.opening().holderCommitment(algorithm).equals(expected);
    }
    if (!holds) {
      throw new OfflineRefusedException(
          OfflineRefusal.HOLDER_MISMATCH, Map.of("index", Integer.toString(shown.index())));
    }
  }
}
