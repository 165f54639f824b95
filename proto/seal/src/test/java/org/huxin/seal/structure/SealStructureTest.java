// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.huxin.core.id.SealKey;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.vectors.VectorFiles;
import org.huxin.seal.write.Sample;
import org.huxin.seal.write.SampleAuthority;
import org.huxin.seal.write.SealUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SealStructureTest {
  private static final SampleAuthority AUTHORITY = new SampleAuthority();

  private static Seal seal(SealVersion version) {
    return Sample.good(AUTHORITY, version).seal();
  }

  private static SealSignature sealing(SealVersion version) {
    Sample sample = Sample.good(AUTHORITY, version);
    return new SealUser(
            sample.seal(),
            sample.signer().signer(),
            sample.signer().certificate(),
            SealUser.TimeStamper.NONE)
        .seal(Bytes.utf8("data"), "/data", SampleAuthority.SIGNED);
  }

  @ParameterizedTest
  @EnumSource(SealVersion.class)
  void aSealSaysWhatItsMakerSaid(SealVersion version) {
    Seal seal = Seal.read(seal(version).encoding());

    assertEquals(version, seal.version());
    assertEquals(Sample.SEAL_ID, seal.info().id());
    assertEquals(
        new SealKey(DigestAlgorithm.SM3.digest(Bytes.utf8(Sample.SEAL_ID))), seal.info().key());
    assertEquals("鄂尔多斯市行政审批和政务服务局(示例)", seal.info().property().name());
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), seal.info().property().validFrom());
    assertEquals(Instant.parse("2027-12-31T23:59:59Z"), seal.info().property().validTo());
    assertEquals("PNG", seal.info().picture().type());
    assertEquals(40, seal.info().picture().width());
  }

  @ParameterizedTest
  @EnumSource(SealVersion.class)
  void aSealingSaysWhatItsSignerSaid(SealVersion version) {
    SealSignature sealing = sealing(version);

    assertEquals(version, sealing.version());
    assertEquals(new SigningTime.Stated(SampleAuthority.SIGNED), sealing.time());
    assertEquals(DigestAlgorithm.SM3.digest(Bytes.utf8("data")).value(), sealing.dataHash());
    assertEquals("/data", sealing.propertyInfo());
    assertEquals(seal(version), sealing.seal());
  }

  @Test
  void theExampleOfThePageIsTheSampleSeal() {
    Seal seal = seal(SealVersion.V4);
    String computed = seal.structure().toString();
    assertEquals(VectorFiles.currentExample("seal-structure", "structure-v4", computed), computed);
    String key = seal.info().key().toString();
    assertEquals(VectorFiles.currentExample("seal-structure", "seal-key", key), key);
  }

  @Test
  void whatTheMakerSignsDependsOnTheVersion() {
    Seal first = seal(SealVersion.V1);
    Seal fourth = seal(SealVersion.V4);

    assertEquals(3, sequence(first.signedPart()).size());
    assertEquals(5 - 1, sequence(fourth.signedPart()).size());
  }

  private static ASN1Sequence sequence(Bytes der) {
    return ASN1Sequence.getInstance(der.toByteArray());
  }

  private static void assertRefused(StructureRefusal code, Bytes seal) {
    assertEquals(code, assertThrows(StructureRefusedException.class, () -> Seal.read(seal)).code());
  }

  private static Bytes der(ASN1Encodable value) {
    try {
      return Bytes.of(value.toASN1Primitive().getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sequence with one of its parts replaced. */
  private static DERSequence with(ASN1Sequence parts, int index, ASN1Encodable part) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    for (int i = 0; i < parts.size(); i++) {
      all.add(i == index ? part : parts.getObjectAt(i));
    }
    return new DERSequence(all);
  }

  private static DERSequence and(ASN1Sequence parts, ASN1Encodable more) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    parts.forEach(all::add);
    all.add(more);
    return new DERSequence(all);
  }

  @Test
  void whatIsNotOneValueInDerIsRefused() throws IOException {
    Bytes good = seal(SealVersion.V4).encoding();
    Bytes ber = Bytes.of(new BERSequence(sequence(good).toArray()).getEncoded());

    assertRefused(StructureRefusal.STRUCTURE_NOT_DER, Bytes.empty());
    assertRefused(StructureRefusal.STRUCTURE_NOT_DER, Bytes.of((byte) 0x30));
    assertRefused(StructureRefusal.STRUCTURE_NOT_DER, good.slice(0, good.length() - 1));
    assertRefused(StructureRefusal.STRUCTURE_NOT_DER, Bytes.concat(good, Bytes.of((byte) 0)));
    assertRefused(StructureRefusal.STRUCTURE_NOT_DER, ber);
    assertRefused(StructureRefusal.STRUCTURE_NOT_DER, nested(100_000));
  }

  /** SEQUENCEs of indefinite length, each in the other. */
  private static Bytes nested(int depth) {
    byte[] bytes = new byte[2 * depth];
    for (int i = 0; i < depth; i++) {
      bytes[2 * i] = 0x30;
      bytes[2 * i + 1] = (byte) 0x80;
    }
    return Bytes.of(bytes);
  }

  @Test
  void whatIsLargerThanAnySealIsRefused() {
    assertRefused(StructureRefusal.STRUCTURE_TOO_LARGE, Bytes.of(new byte[Seal.MAX_ENCODING + 1]));
    ASN1Sequence good = sequence(seal(SealVersion.V4).encoding());
    ASN1Sequence info = ASN1Sequence.getInstance(good.getObjectAt(0));
    DERSequence longId = with(info, 1, new DERIA5String("1".repeat(129)));
    assertRefused(StructureRefusal.STRUCTURE_TOO_LARGE, der(with(good, 0, longId)));
    assertRefused(
        StructureRefusal.STRUCTURE_TOO_LARGE, der(with(good, 3, new DERBitString(new byte[600]))));
  }

  @Test
  void versionsThatAreNotKnownOrDoNotGoTogetherAreRefused() {
    ASN1Sequence fourth = sequence(seal(SealVersion.V4).encoding());
    ASN1Sequence first = sequence(seal(SealVersion.V1).encoding());

    assertRefused(StructureRefusal.STRUCTURE_VERSION, der(new DERSequence(new ASN1Integer(1))));
    assertRefused(StructureRefusal.STRUCTURE_VERSION, der(withNumber(fourth, 3)));
    assertRefused(StructureRefusal.STRUCTURE_VERSION, der(withNumber(fourth, 6)));
    assertRefused(StructureRefusal.STRUCTURE_VERSION, der(withNumber(first, 4)));
    assertEquals(SealVersion.V5, Seal.read(der(withNumber(fourth, 5))).version());
    assertEquals(SealVersion.V1, Seal.read(der(withNumber(first, 2))).version());
    assertEquals(
        StructureRefusal.STRUCTURE_VERSION,
        assertThrows(
                StructureRefusedException.class,
                () -> SealSignature.read(der(new DERSequence(new ASN1Integer(1)))))
            .code());
  }

  private static DERSequence withNumber(ASN1Sequence seal, int number) {
    ASN1Sequence info = ASN1Sequence.getInstance(seal.getObjectAt(0));
    ASN1Sequence header = ASN1Sequence.getInstance(info.getObjectAt(0));
    return with(seal, 0, with(info, 0, with(header, 1, new ASN1Integer(number))));
  }

  @Test
  void aSealingOfAnotherVersionThanItsSealIsRefused() {
    ASN1Sequence good = sequence(sealing(SealVersion.V4).encoding());
    ASN1Sequence toSign = ASN1Sequence.getInstance(good.getObjectAt(0));
    DERSequence number = with(good, 0, with(toSign, 0, new ASN1Integer(5)));
    DERSequence seal = with(good, 0, with(toSign, 1, sequence(seal(SealVersion.V1).encoding())));

    for (DERSequence each : List.of(number, seal)) {
      assertEquals(
          StructureRefusal.STRUCTURE_VERSION,
          assertThrows(StructureRefusedException.class, () -> SealSignature.read(der(each)))
              .code());
    }
  }

  @Test
  void aTimeStampOnASealIsOfTheFifthVersionOnly() {
    DERTaggedObject stamp = new DERTaggedObject(true, 0, new DERBitString(new byte[] {1}));
    ASN1Sequence fourth = sequence(seal(SealVersion.V4).encoding());
    ASN1Sequence fifth = sequence(seal(SealVersion.V5).encoding());

    assertRefused(StructureRefusal.STRUCTURE_MALFORMED, der(and(fourth, stamp)));
    assertEquals(Optional.of(Bytes.of((byte) 1)), Seal.read(der(and(fifth, stamp))).timeStamp());
    assertRefused(
        StructureRefusal.STRUCTURE_MALFORMED,
        der(and(fifth, new DERTaggedObject(true, 1, new DERBitString(new byte[] {1})))));
    assertRefused(
        StructureRefusal.STRUCTURE_MALFORMED,
        der(and(fifth, new DERTaggedObject(true, 0, DERNull.INSTANCE))));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void aPartOfAnotherTypeIsRefused(int index) {
    ASN1Sequence good = sequence(seal(SealVersion.V4).encoding());
    assertRefused(StructureRefusal.STRUCTURE_MALFORMED, der(with(good, index, DERNull.INSTANCE)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aPartOfWhatIsSignedMayNeitherBeMissingNorOfAnotherType(int index) {
    ASN1Sequence good = sequence(seal(SealVersion.V4).encoding());
    ASN1Sequence info = ASN1Sequence.getInstance(good.getObjectAt(0));
    ASN1EncodableVector fewer = new ASN1EncodableVector();
    for (int i = 0; i < index; i++) {
      fewer.add(info.getObjectAt(i));
    }
    assertRefused(StructureRefusal.STRUCTURE_MALFORMED, der(with(good, 0, new DERSequence(fewer))));
    assertRefused(
        StructureRefusal.STRUCTURE_MALFORMED,
        der(with(good, 0, with(info, index, DERNull.INSTANCE))));
  }

  @Test
  void bitsThatAreNoWholeBytesAndMarksThatAreOthersAreRefused() {
    ASN1Sequence good = sequence(seal(SealVersion.V4).encoding());
    ASN1Sequence info = ASN1Sequence.getInstance(good.getObjectAt(0));
    ASN1Sequence header = ASN1Sequence.getInstance(info.getObjectAt(0));
    DERSequence mark = with(info, 0, with(header, 0, new DERIA5String("SE")));

    assertRefused(
        StructureRefusal.STRUCTURE_MALFORMED,
        der(with(good, 3, new DERBitString(new byte[] {2}, 1))));
    assertRefused(StructureRefusal.STRUCTURE_MALFORMED, der(with(good, 0, mark)));
    assertRefused(
        StructureRefusal.STRUCTURE_MALFORMED, der(with(good, 0, and(info, DERNull.INSTANCE))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-04 11:02:01, 2026-05-04T03:02:01Z",
    "20260504030201Z, 2026-05-04T03:02:01Z",
    "260504030201Z, 2026-05-04T03:02:01Z",
    "510504030201Z, 1951-05-04T03:02:01Z"
  })
  void theFirstVersionsTimesAreReadInEveryFormInUse(String text, String at) {
    assertEquals(
        new SigningTime.Stated(Instant.parse(at)),
        SigningTime.ofTimeInfo(Bytes.utf8(text), "timeInfo"));
  }

  @Test
  void aTaggedTimeIsReadAndATimeStampIsLeftForTheCheck() {
    Bytes tagged = Bytes.concat(Bytes.of((byte) 0x17, (byte) 13), Bytes.utf8("260504030201Z"));
    assertEquals(
        new SigningTime.Stated(SampleAuthority.SIGNED), SigningTime.ofTimeInfo(tagged, "timeInfo"));
    assertInstanceOf(
        SigningTime.Stamped.class,
        SigningTime.ofTimeInfo(Bytes.of((byte) 0x30, (byte) 0), "timeInfo"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20261304030201Z",
        "20260504030201+0800",
        "2605040302Z",
        "2026-02-30 00:00:00",
        "20260504030201.5Z"
      })
  void otherTimesAreRefused(String text) {
    assertEquals(
        StructureRefusal.STRUCTURE_MALFORMED,
        assertThrows(
                StructureRefusedException.class,
                () -> SigningTime.ofTimeInfo(Bytes.utf8(text), "timeInfo"))
            .code());
  }

  @Test
  void digestsCannotBeListedInTheFirstVersion() {
    SealInfo info = seal(SealVersion.V5).info();
    assertThrows(
        IllegalArgumentException.class,
        () -> SealEncoder.sealToSign(SealVersion.V1, info, Bytes.empty()));
  }

  @Test
  void aSealingHoldsItsSealByteForByte() throws IOException {
    SealSignature sealing = sealing(SealVersion.V4);
    ASN1Primitive whole = ASN1Primitive.fromByteArray(sealing.encoding().toByteArray());
    ASN1Sequence toSign = ASN1Sequence.getInstance(ASN1Sequence.getInstance(whole).getObjectAt(0));
    assertEquals(seal(SealVersion.V4).encoding(), der(toSign.getObjectAt(1)));
  }
}
