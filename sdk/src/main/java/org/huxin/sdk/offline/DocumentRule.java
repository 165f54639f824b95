// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huxin.core.id.HolderId;
import org.huxin.core.merkle.MerkleRefusedException;
import org.huxin.core.proof.HolderOpening;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.reference.HolderCommitment;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Aspect;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingCode;
import org.huxin.core.verdict.Judgement;
import org.huxin.crypto.digest.Digest;
import org.huxin.seal.ofd.ByteSource;
import org.huxin.seal.ofd.DocumentCheck;

/** DOCUMENT: that document, attributes and holders are those that the record commits to. */
public final class DocumentRule {
  private DocumentRule() {}

  /**
   * Judges.
   *
   * @param document the document; empty if it is not at hand
   * @param fields the attributes that must be shown
   * @param holder who must be one of the holders; empty for anybody
   * @throws IOException if the document cannot be read
   */
  public static Judgement judge(
      Optional<ByteSource> document,
      ProofFile proof,
      Set<FieldName> fields,
      Optional<HolderId> holder)
      throws IOException {
    List<Finding> findings = new ArrayList<>(judgeDigest(document, proof.record()));
    if (!attributesHold(proof)) {
      findings.add(Finding.of(FindingCode.ATTRIBUTE_MISMATCH));
    }
    for (FieldName field : new TreeSet<>(fields)) {
      if (proof.attributes().value(field).isEmpty()) {
        findings.add(
            Finding.of(FindingCode.ATTRIBUTE_NOT_DISCLOSED, Map.of("field", field.text())));
      }
    }
    for (HolderOpening opening : proof.openings()) {
      if (!holds(proof.record(), opening)) {
        findings.add(mismatch(opening.index()));
      }
    }
    holder.ifPresent(expected -> judgeHolder(proof, expected, findings));
    return Judgement.of(Aspect.DOCUMENT, findings);
  }

  /**
   * Who is known to hold the licence: the holders whose openings are those of the record.
   *
   * @param proof whose openings need not hold
   */
  public static List<HolderId> openedHolders(ProofFile proof) {
    return proof.openings().stream()
        .filter(opening -> holds(proof.record(), opening))
        .map(opening -> opening.opening().holder())
        .toList();
  }

  /** A document that no digest speaks for is not the licence's, whatever it looks like. */
  private static List<Finding> judgeDigest(Optional<ByteSource> document, LicenceRecord record)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    Optional<Digest> anchored = record.documentDigest();
    if (anchored.isEmpty()) {
      findings.add(Finding.of(FindingCode.NO_DOCUMENT_ANCHORED));
      if (document.isPresent()) {
        findings.add(Finding.of(FindingCode.DIGEST_MISMATCH));
      }
    } else if (document.isEmpty()) {
      findings.add(Finding.of(FindingCode.DOCUMENT_NOT_GIVEN));
    } else {
      Digest found = DocumentCheck.digest(document.get(), anchored.get().algorithm());
      if (!found.equals(anchored.get())) {
        findings.add(Finding.of(FindingCode.DIGEST_MISMATCH, Map.of("found", found.toString())));
      }
    }
    return findings;
  }

  /** Exactly as many as the record says, so that nobody passes off a node as an attribute. */
  private static boolean attributesHold(ProofFile proof) {
    Digest root = proof.record().attributeRoot();
    try {
      return proof.attributes().slots().size() == proof.record().attributeCount()
          && proof.attributes().root(root.algorithm()).equals(root);
    } catch (MerkleRefusedException e) {
      return false; // a hidden hash of another algorithm
    }
  }

  private static boolean holds(LicenceRecord record, HolderOpening shown) {
    if (shown.index() >= record.holders().size()) {
      return false;
    }
    HolderCommitment expected = record.holders().get(shown.index());
    return shown.opening().holderCommitment(expected.digest().algorithm()).equals(expected);
  }

  private static void judgeHolder(ProofFile proof, HolderId expected, List<Finding> findings) {
    List<HolderId> opened = openedHolders(proof);
    if (opened.contains(expected)) {
      return;
    }
    boolean all =
        proof.openings().stream()
                .filter(each -> holds(proof.record(), each))
                .map(HolderOpening::index)
                .distinct()
                .count()
            == proof.record().holders().size();
    findings.add(Finding.of(all ? FindingCode.HOLDER_MISMATCH : FindingCode.HOLDER_NOT_OPENED));
  }

  private static Finding mismatch(int index) {
    return Finding.of(FindingCode.HOLDER_MISMATCH, Map.of("index", Integer.toString(index)));
  }
}
