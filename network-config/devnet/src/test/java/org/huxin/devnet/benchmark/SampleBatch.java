// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.benchmark;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.merkle.MerkleTree;
import org.huxin.core.offline.TrustedBatch;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.record.Attribute;
import org.huxin.core.record.AttributeSet;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.reference.HolderCommitment;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;

/** Licences of a batch of 4,096, each with one attribute and one holder. */
final class SampleBatch {
  static final int SIZE = 4096;
  private static final Uscc ISSUER = Uscc.parse("11150602MB9T0002XY");
  private static final LicenceTypeCode TYPE = LicenceTypeCode.parse("11100000MB0143028R001");
  private static final DivisionCode DIVISION = DivisionCode.parse("150602");
  private static final KeyId KEY_ID = KeyId.parse("11150602MB9T0002XY#1");
  private static final LedgerId LEDGER = LedgerId.parse("sha256:" + "0123456789abcdef".repeat(4));
  private static final AttributeSet ATTRIBUTES =
      AttributeSet.of(
          List.of(Attribute.salted(Bytes.utf8("seed"), new FieldName("KZ_JYFW"), "食品经营;日用百货")));

  private final SignatureSuite suite;
  private final SigningKey key;
  private final Digest attributeRoot;
  private final List<HolderCommitment> holders;

  SampleBatch(SignatureSuite suite) {
    this.suite = suite;
    this.key = SigningKey.generate(suite, new SecureRandom());
    this.attributeRoot = ATTRIBUTES.root(suite.digest());
    this.holders = List.of(new HolderCommitment(suite.digest().digest(Bytes.utf8("holder"))));
  }

  static Bytes document(int i, int bytes) {
    byte[] document = new byte[bytes];
    java.util.Arrays.fill(document, (byte) i);
    return Bytes.of(document);
  }

  LicenceRecord record(Bytes document) {
    DigestAlgorithm algorithm = suite.digest();
    Digest digest = algorithm.digest(document);
    return new LicenceRecord(
        new AnchorKey(digest),
        TYPE,
        1,
        ISSUER,
        DIVISION,
        1,
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 11, 1),
        Optional.empty(),
        Optional.of(digest),
        1,
        attributeRoot,
        holders,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The proof of a document that stands in the middle of a full batch. */
  ProofFile proof(Bytes document) {
    List<Bytes> leaves = new ArrayList<>();
    LicenceRecord record = record(document);
    for (int i = 0; i < SIZE; i++) {
      leaves.add(i == SIZE / 2 ? record.leafData() : Bytes.utf8("leaf " + i));
    }
    MerkleTree tree = MerkleTree.of(suite.digest(), leaves);
    AnchorBatch batch =
        new AnchorBatch(
            ISSUER,
            TYPE,
            1,
            DIVISION,
            suite,
            tree.root(),
            SIZE,
            TrustLevel.A,
            false,
            Optional.empty(),
            List.of(),
            List.of());
    StatementHead head = StatementHead.of(LEDGER, Instant.ofEpochSecond(1_780_000_000L));
    Jws jws = SignedStatement.sign(key.signer(new SecureRandom()), KEY_ID, head, batch).jws();
    return new ProofFile(
        record, Bytes.of(new byte[16]), ATTRIBUTES, List.of(), jws, tree.inclusionProof(SIZE / 2));
  }

  TrustedBatch trusted(ProofFile proof) {
    return TrustedBatch.verify(proof.batch(), LEDGER, new NamedKey(KEY_ID, key.publicKey()));
  }

  SigningKey key() {
    return key;
  }
}
