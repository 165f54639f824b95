// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.offline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.merkle.InclusionProof;
import org.huxin.core.proof.HolderOpening;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.record.AnchorNaming;
import org.huxin.core.record.Attribute;
import org.huxin.core.record.AttributeSet;
import org.huxin.core.record.AttributeSlot;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.reference.Opening;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.signed.StatementPayload;
import org.huxin.core.statement.FieldName;
import org.huxin.core.statement.Operation;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OfflineVerificationTest {
  private static final SampleLicence ED = new SampleLicence(SignatureSuite.ED25519);
  private static final Bytes DOCUMENT = SampleLicence.document(SampleLicence.INDEX);

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void aDocumentWithItsProofHolds(SignatureSuite suite) throws IOException {
    SampleLicence sample = new SampleLicence(suite);
    ProofFile proof = ProofFile.read(sample.proof().write());
    VerifiedLicence licence = OfflineVerification.verify(DOCUMENT, proof, sample.batch());

    assertEquals(sample.batch().id(), licence.batch());
    assertEquals(sample.proof().record(), licence.record());
    assertEquals(List.of(SampleLicence.HOLDER), licence.holders());
    assertEquals(Optional.of(suite.digest().digest(DOCUMENT)), licence.document());
    assertEquals(3, licence.attributes().size());
    assertEquals(
        licence, OfflineVerification.verify(DOCUMENT.asInputStream(), proof, sample.batch()));
    OfflineVerification.requireIdentifier(proof, SampleLicence.identifier(SampleLicence.INDEX));
  }

  @Test
  void aProofHoldsWithoutItsDocument() {
    VerifiedLicence licence = OfflineVerification.verify(ED.proof(), ED.batch());

    assertEquals(Optional.empty(), licence.document());
  }

  @Test
  void aProofThatShowsLessStillHolds() {
    ProofFile less = ED.proof().redacted(Set.of(new FieldName("KZ_JYFW")), Set.of());
    VerifiedLicence licence = OfflineVerification.verify(ProofFile.read(less.write()), ED.batch());

    assertEquals(
        List.of("KZ_JYFW"), licence.attributes().stream().map(each -> each.name().text()).toList());
    assertEquals(List.of(), licence.holders());
    assertEquals(Optional.of("食品经营;日用百货"), less.attributes().value(new FieldName("KZ_JYFW")));
    assertEquals(Optional.empty(), less.attributes().value(new FieldName("CZZT")));
    assertFalse(CanonicalJson.text(ProofFile.CODEC.encode(less)).contains("示例商贸"));
    assertEquals(
        1,
        OfflineVerification.verify(ED.proof().redacted(Set.of(), Set.of(0)), ED.batch())
            .holders()
            .size());
  }

  @Test
  void whatDoesNotHoldIsRefusedByItsReason() {
    ProofFile good = ED.proof();
    SampleLicence sm = new SampleLicence(SignatureSuite.SM);
    SigningKey other = SigningKey.generate(SignatureSuite.ED25519, new SecureRandom());
    Set<OfflineRefusal> seen = EnumSet.noneOf(OfflineRefusal.class);

    seen.add(
        refused(
            () -> OfflineVerification.verify(Bytes.utf8("x"), good, ED.batch()),
            OfflineRefusal.DOCUMENT_MISMATCH));
    seen.add(
        refused(
            () -> OfflineVerification.verify(good, sm.batch()),
            OfflineRefusal.PROOF_OF_OTHER_BATCH));
    seen.add(
        refused(
            () -> OfflineVerification.verify(with(good, ED.proof(0).record()), ED.batch()),
            OfflineRefusal.RECORD_NOT_INCLUDED));
    seen.add(
        refused(
            () -> OfflineVerification.verify(with(good, ofOtherType(good)), ED.batch()),
            OfflineRefusal.RECORD_NOT_OF_BATCH));
    seen.add(
        refused(
            () -> OfflineVerification.verify(with(good, otherAttributes()), ED.batch()),
            OfflineRefusal.ATTRIBUTES_MISMATCH));
    for (HolderOpening wrong : wrongOpenings()) {
      seen.add(
          refused(
              () -> OfflineVerification.verify(with(good, wrong), ED.batch()),
              OfflineRefusal.HOLDER_MISMATCH));
    }
    seen.add(
        refused(
            () -> {
              OfflineVerification.requireIdentifier(good, SampleLicence.identifier(0));
              return good;
            },
            OfflineRefusal.IDENTIFIER_MISMATCH));
    seen.add(
        refused(
            () -> OfflineVerification.verify(DOCUMENT, with(good, undocumented(good)), ED.batch()),
            OfflineRefusal.NO_DOCUMENT_ANCHORED));
    seen.add(
        refused(
            () ->
                TrustedBatch.verify(
                    good.batch(),
                    SampleLicence.LEDGER,
                    new NamedKey(SampleLicence.KEY_ID, other.publicKey())),
            OfflineRefusal.BATCH_NOT_SIGNED_BY_KEY));
    seen.add(
        refused(
            () ->
                TrustedBatch.verify(
                    good.batch(),
                    SampleLicence.LEDGER,
                    new NamedKey(KeyId.parse("11150602MB9T0002XY#2"), ED.key().publicKey())),
            OfflineRefusal.BATCH_NOT_SIGNED_BY_KEY));
    seen.add(
        refused(
            () ->
                TrustedBatch.verify(
                    good.batch(), LedgerId.parse("sha256:" + "f".repeat(64)), ED.namedKey()),
            OfflineRefusal.BATCH_REFUSED));
    seen.add(
        refused(
            () -> TrustedBatch.verify(signedOtherwise(), SampleLicence.LEDGER, ED.namedKey()),
            OfflineRefusal.BATCH_REFUSED));
    seen.add(
        refused(
            () ->
                TrustedBatch.verify(
                    good.batch(),
                    SampleLicence.LEDGER,
                    new NamedKey(KeyId.parse("11150600MB9T00011A#1"), ED.key().publicKey())),
            OfflineRefusal.BATCH_OF_OTHER_ISSUER));
    assertEquals(EnumSet.allOf(OfflineRefusal.class), seen);
  }

  @Test
  void hashesOfAnotherAlgorithmAreNotOfTheBatch() {
    String sm3 = "sm3:" + "66c7f0f462eeedd9".repeat(4);
    for (String name : List.of("attributeRoot", "anchorKey", "documentDigest")) {
      LicenceRecord record = changed(ED.proof(), name, Optional.of(sm3));
      refused(
          () -> OfflineVerification.verify(with(ED.proof(), record), ED.batch()),
          OfflineRefusal.RECORD_NOT_OF_BATCH);
    }
  }

  @Test
  void aNodeDoesNotPassForAHiddenAttribute() {
    List<AttributeSlot> slots = ED.proof().attributes().slots();
    var algorithm = SignatureSuite.ED25519.digest();
    Digest node = new AttributeSet(slots.subList(0, 2)).root(algorithm);
    AttributeSet fewer = new AttributeSet(List.of(new AttributeSlot.Hidden(node), slots.get(2)));
    AttributeSet other =
        new AttributeSet(
            List.of(
                slots.get(0),
                slots.get(1),
                new AttributeSlot.Hidden(new Digest(DigestAlgorithm.SM3, node.value()))));

    assertEquals(ED.proof().record().attributeRoot(), fewer.root(algorithm));
    for (AttributeSet forged : List.of(fewer, other)) {
      refused(
          () -> OfflineVerification.verify(with(ED.proof(), forged), ED.batch()),
          OfflineRefusal.ATTRIBUTES_MISMATCH);
    }
  }

  @Test
  void theSameBatchSignedAgainIsTheSameBatch() {
    SampleLicence sm = new SampleLicence(SignatureSuite.SM);
    Jws again =
        Jws.sign(
            sm.key().signer(new SecureRandom()),
            SampleLicence.KEY_ID,
            sm.proof().batch().type(),
            sm.proof().batch().payload());

    assertNotEquals(again, sm.proof().batch());
    assertEquals(
        sm.proof().record(),
        OfflineVerification.verify(
                sm.proof(), TrustedBatch.verify(again, SampleLicence.LEDGER, sm.namedKey()))
            .record());
  }

  @Test
  void whatCannotBeIsNotBuilt() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new HolderOpening(-1, ED.proof().openings().get(0).opening()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ProofFile(
                ED.proof().record(),
                Bytes.utf8("abc"),
                ED.proof().attributes(),
                List.of(),
                ED.proof().batch(),
                ED.proof().inclusion()));
  }

  @Test
  void anyFlippedBitOfAProofFileIsRefused() {
    Bytes file = ED.proof().write();
    int step = 23; // every byte in turn would take minutes; 23 and 8 share no factor
    // The batch is trusted by its name, so its signature in the file is not looked at again.
    Bytes signature = Bytes.utf8(ED.proof().batch().text().split("\\.", -1)[2]);
    int from = file.hex().indexOf(signature.hex()) / 2 * Byte.SIZE;
    int to = from + signature.length() * Byte.SIZE;
    for (int bit = 0; bit < file.length() * Byte.SIZE; bit += step) {
      if (bit >= from && bit < to) {
        continue;
      }
      byte[] bytes = file.toByteArray();
      bytes[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      int place = bit;
      RefusedException refused =
          assertThrows(
              RefusedException.class,
              () -> {
                ProofFile read = ProofFile.read(Bytes.of(bytes));
                OfflineVerification.verify(DOCUMENT, read, ED.batch());
                OfflineVerification.requireIdentifier(
                    read, SampleLicence.identifier(SampleLicence.INDEX));
              },
              () -> "bit " + place);
      assertTrue(
          refused instanceof JsonRefusedException
              || refused instanceof DecodeRefusedException
              || refused instanceof OfflineRefusedException,
          () -> "bit " + place + ": " + refused);
    }
  }

  @Test
  void anotherFormatIsRefused() {
    JsonObject json = ProofFile.CODEC.encode(ED.proof());
    TreeMap<String, JsonValue> members = new TreeMap<>(json.members());
    members.put("format", new JsonString("huxin-proof/2"));
    Bytes other = CanonicalJson.encode(new JsonObject(members));

    assertThrows(DecodeRefusedException.class, () -> ProofFile.read(other));
    assertThrows(JsonRefusedException.class, () -> ProofFile.read(Bytes.utf8("{} ")));
  }

  @Test
  void theTextForLogsShowsNothingThatIsDisclosed() {
    String text = ED.proof().toString() + ED.proof().attributes() + ED.proof().openings();

    assertFalse(text.contains("示例商贸"), text);
    assertFalse(text.contains("91150602MA0T000115"), text);
  }

  @Test
  void anchoringAgainGivesTheSameNameAndAnotherSecretAnother() {
    Bytes one = AnchorNaming.nonce(Bytes.utf8("secret secret se"), SampleLicence.identifier(0));
    Bytes other = AnchorNaming.nonce(Bytes.utf8("secret secret sf"), SampleLicence.identifier(0));

    assertEquals(
        one, AnchorNaming.nonce(Bytes.utf8("secret secret se"), SampleLicence.identifier(0)));
    assertNotEquals(one, other);
    assertThrows(
        IllegalArgumentException.class,
        () -> AnchorNaming.nonce(Bytes.utf8("short"), SampleLicence.identifier(0)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            AnchorNaming.anchorKey(
                SignatureSuite.SM.digest(), SampleLicence.identifier(0), Bytes.empty()));
  }

  @Test
  void thePagesShowTheExample() {
    ProofFile proof = ED.proof();
    LicenceRecord record = proof.record();
    Attribute attribute = proof.attributes().shown().get(0);

    assertEquals(
        CanonicalJson.text(LicenceRecord.CODEC.encode(record)),
        VectorFiles.currentExample(
            "record", "record", CanonicalJson.text(LicenceRecord.CODEC.encode(record))));
    String leaf =
        new String(attribute.leafData().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(leaf, VectorFiles.currentExample("record", "attribute", leaf));
    String file = CanonicalJson.text(ProofFile.CODEC.encode(proof));
    assertEquals(file, VectorFiles.currentExample("proof-file", "proof", file));
    assertEquals(
        record.anchorKey().toString(),
        VectorFiles.currentExample("references", "anchor", record.anchorKey().toString()));
    String holder = record.holders().get(0).toString();
    assertEquals(holder, VectorFiles.currentExample("references", "holder", holder));
    String subject = proof.openings().get(0).opening().subjectCommitment().toString();
    assertEquals(subject, VectorFiles.currentExample("references", "subject", subject));
    String ref = record.ref().blinded(Bytes.utf8("salt of this use")).toString();
    assertEquals(ref, VectorFiles.currentExample("references", "ref", ref));
    assertThrows(IllegalArgumentException.class, () -> record.ref().blinded(Bytes.utf8("short")));
  }

  private static OfflineRefusal refused(Supplier<?> action, OfflineRefusal expected) {
    OfflineRefusedException refused =
        assertThrows(OfflineRefusedException.class, action::get, expected.name());
    assertEquals(expected, refused.code());
    return refused.code();
  }

  private static ProofFile with(ProofFile proof, LicenceRecord record) {
    return new ProofFile(
        record,
        proof.nonce(),
        proof.attributes(),
        proof.openings(),
        proof.batch(),
        proof.inclusion());
  }

  private static ProofFile with(ProofFile proof, AttributeSet attributes) {
    return new ProofFile(
        proof.record(),
        proof.nonce(),
        attributes,
        proof.openings(),
        proof.batch(),
        proof.inclusion());
  }

  private static ProofFile with(ProofFile proof, HolderOpening opening) {
    InclusionProof inclusion = proof.inclusion();
    return new ProofFile(
        proof.record(),
        proof.nonce(),
        proof.attributes(),
        List.of(opening),
        proof.batch(),
        inclusion);
  }

  private static AttributeSet otherAttributes() {
    return AttributeSet.of(
        List.of(Attribute.salted(Bytes.utf8("seed"), new FieldName("ZZMC"), "另一个")));
  }

  private static List<HolderOpening> wrongOpenings() {
    Opening wrong = new Opening(SampleLicence.HOLDER, Bytes.utf8("another salt 16B"));
    return List.of(
        new HolderOpening(0, wrong), new HolderOpening(1, ED.proof().openings().get(0).opening()));
  }

  private static LicenceRecord changed(ProofFile proof, String name, Optional<String> value) {
    TreeMap<String, JsonValue> members =
        new TreeMap<>(LicenceRecord.CODEC.encode(proof.record()).members());
    members.remove(name);
    value.ifPresent(text -> members.put(name, new JsonString(text)));
    return LicenceRecord.CODEC.decode(new JsonObject(members));
  }

  private static LicenceRecord ofOtherType(ProofFile proof) {
    return changed(proof, "type", Optional.of("11100000MB03271699001"));
  }

  private static LicenceRecord undocumented(ProofFile proof) {
    return changed(proof, "documentDigest", Optional.empty());
  }

  private static Jws signedOtherwise() {
    StatementPayload payload =
        new StatementPayload(
            StatementHead.of(SampleLicence.LEDGER, SampleLicence.IAT),
            new org.huxin.core.demand.WithdrawDemand(ED.batch().id()));
    return Jws.sign(
        ED.key().signer(new SecureRandom()),
        SampleLicence.KEY_ID,
        Operation.WITHDRAW_DEMAND.type(),
        payload.toJson());
  }
}
