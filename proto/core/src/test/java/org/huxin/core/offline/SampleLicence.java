// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.offline;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.licence.AnchorBatch;
import org.huxin.core.licence.TrustLevel;
import org.huxin.core.merkle.MerkleTree;
import org.huxin.core.proof.HolderOpening;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.record.AnchorNaming;
import org.huxin.core.record.Attribute;
import org.huxin.core.record.AttributeSet;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.SignedStatement;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.vectors.VectorFiles;

/** A batch of five licences of an example issuer, with documents, made the same every time. */
public final class SampleLicence {
  public static final LedgerId LEDGER = LedgerId.parse("sha256:" + "0123456789abcdef".repeat(4));
  public static final Uscc ISSUER = Uscc.parse("11150602MB9T0002XY");
  public static final KeyId KEY_ID = KeyId.parse("11150602MB9T0002XY#1");
  public static final LicenceTypeCode TYPE = LicenceTypeCode.parse("11100000MB0143028R001");
  public static final DivisionCode DIVISION = DivisionCode.parse("150602");
  public static final Instant IAT = Instant.ofEpochSecond(1_780_000_000L);
  public static final HolderId HOLDER = new HolderId(HolderCodeType.USCC, "91150602MA0T000115");
  public static final int SIZE = 5;
  public static final int INDEX = 3;
  private static final Bytes SECRET = Bytes.utf8("an issuer's secret, for tests only");

  private final SigningKey key;
  private final List<ProofFile> proofs;

  public SampleLicence(SignatureSuite suite) {
    this.key = SigningKey.ofPem(VectorFiles.example("keys", "pkcs8-" + suite.name()));
    List<LicenceRecord> records = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      records.add(record(i, suite.digest()));
    }
    MerkleTree tree =
        MerkleTree.of(suite.digest(), records.stream().map(LicenceRecord::leafData).toList());
    AnchorBatch statement =
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
    Jws batch =
        SignedStatement.sign(
                key.signer(new SecureRandom()), KEY_ID, StatementHead.of(LEDGER, IAT), statement)
            .jws();
    this.proofs = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      proofs.add(
          new ProofFile(
              records.get(i),
              AnchorNaming.nonce(SECRET, identifier(i)),
              attributes(i),
              List.of(new HolderOpening(0, opening(i))),
              batch,
              tree.inclusionProof(i)));
    }
  }

  private static LicenceRecord record(int i, DigestAlgorithm algorithm) {
    Bytes nonce = AnchorNaming.nonce(SECRET, identifier(i));
    return new LicenceRecord(
        AnchorNaming.anchorKey(algorithm, identifier(i), nonce),
        TYPE,
        1,
        ISSUER,
        DIVISION,
        1,
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 11, 1),
        Optional.of(LocalDate.of(2031, 10, 31)),
        Optional.of(algorithm.digest(document(i))),
        attributes(i).slots().size(),
        attributes(i).root(algorithm),
        List.of(opening(i).holderCommitment(algorithm)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static LicenceIdentifier identifier(int i) {
    return new LicenceIdentifier(TYPE, ISSUER, "15060220260000000" + i, 1);
  }

  public static Bytes document(int i) {
    return Bytes.utf8("营业执照(示例) " + i);
  }

  private static AttributeSet attributes(int i) {
    Bytes seed = Bytes.utf8("the seed of licence " + i);
    return AttributeSet.of(
        List.of(
            Attribute.salted(seed, new FieldName("ZZMC"), "营业执照"),
            Attribute.salted(seed, new FieldName("KZ_JYFW"), "食品经营;日用百货"),
            Attribute.salted(seed, new FieldName("CZZT"), "示例商贸有限公司")));
  }

  private static Opening opening(int i) {
    return new Opening(HOLDER, Bytes.utf8("salt of holder " + i));
  }

  public SigningKey key() {
    return key;
  }

  public NamedKey namedKey() {
    return new NamedKey(KEY_ID, key.publicKey());
  }

  public ProofFile proof() {
    return proofs.get(INDEX);
  }

  public ProofFile proof(int i) {
    return proofs.get(i);
  }

  public TrustedBatch batch() {
    return TrustedBatch.verify(proof().batch(), LEDGER, namedKey());
  }
}
