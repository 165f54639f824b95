// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.core.verdict.Outcome;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.ofd.ByteSource;
import org.huxin.seal.ofd.OfdCheck;
import org.huxin.seal.ofd.OfdContainer;
import org.huxin.seal.ofd.OfdPath;
import org.huxin.seal.ofd.OfdRefusedException;
import org.huxin.seal.ofd.OfdReport;
import org.huxin.seal.ofd.SealingList;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.write.DocumentSealer.Mode;
import org.junit.jupiter.api.Test;

final class DocumentSealerTest {
  private static final SampleAuthority AUTHORITY = new SampleAuthority();
  private static final Sample GOOD = Sample.good(AUTHORITY, SealVersion.V4);

  private static OfdReport check(Bytes document) throws IOException {
    return OfdCheck.check(
        ByteSource.of(document),
        new SealCheck(AUTHORITY.trust(), KnownSealings.NONE, SampleAuthority.NOW));
  }

  @Test
  void deflatedDocumentsAreSealedAndSound() throws IOException {
    SealUser user =
        new SealUser(
            GOOD.seal(),
            GOOD.signer().signer(),
            GOOD.signer().certificate(),
            SealUser.TimeStamper.NONE);
    DocumentSealer sealer = new DocumentSealer(user, Mode.CONTINUE);
    Bytes sealed = sealer.seal(Sample.licence().toOfd(), SampleAuthority.SIGNED, Placement.LICENCE);

    assertEquals(Outcome.OK, check(sealed).outcome());
    assertEquals(
        Outcome.OK,
        check(sealer.seal(sealed, SampleAuthority.SIGNED, Placement.LICENCE)).outcome());
  }

  @Test
  void aDocumentOfOtherPrefixesAndPlacesIsSealedWhereItsListStands() throws IOException {
    Bytes plain =
        archive(
            Map.of(
                "/OFD.xml",
                "<OFD xmlns=\"http://www.ofdspec.org/2016\"><DocBody>"
                    + "<Signatures>Signs.xml</Signatures></DocBody ></OFD>",
                "/Signs.xml",
                "<Signatures xmlns=\"http://www.ofdspec.org/2016\"/>",
                "/Sign_0/note",
                "taken"));
    Bytes sealed = GOOD.document(plain);
    Optional<SealingList> list = SealingList.read(OfdContainer.open(ByteSource.of(sealed)));

    assertEquals(
        Optional.of(
            new SealingList(
                Sample.path("/Signs.xml"),
                List.of(new SealingList.Entry("s2", true, Sample.path("/Sign_1/Signature.xml"))),
                false)),
        list);
    assertEquals(Outcome.OK, check(sealed).outcome());
  }

  @Test
  void aDocumentWithoutPrefixGetsItsList() throws IOException {
    Bytes plain =
        archive(
            Map.of(
                "/OFD.xml",
                "<OFD xmlns=\"http://www.ofdspec.org/2016\"><DocBody></DocBody></OFD>"));
    assertEquals(Outcome.OK, check(GOOD.document(plain)).outcome());
  }

  private static Bytes archive(Map<String, String> files) {
    Archive archive = new Archive();
    new TreeMap<>(files).forEach((path, text) -> archive.put(Sample.path(path), Bytes.utf8(text)));
    return archive.write(true);
  }

  @Test
  void nothingFollowsASealThatProtectsTheWhole() {
    Bytes closed = GOOD.mode(Mode.WHOLE_PROTECTED).document();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> GOOD.document(closed));
    assertTrue(String.valueOf(refused.getMessage()).contains("no further one"));
  }

  @Test
  void whatIsNoDocumentIsNotSealed() {
    assertThrows(OfdRefusedException.class, () -> GOOD.document(Bytes.utf8("no archive")));
    assertThrows(OfdRefusedException.class, () -> GOOD.document(archive(Map.of("/a.xml", "<a/>"))));
  }

  @Test
  void aKeyOfAnotherSuiteOrCertificateMakesNothing() {
    SigningKey p256 = SigningKey.generate(SignatureSuite.P256, new SampleRandom("p256"));
    SampleParty signer = AUTHORITY.signer();

    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SealMaker(
                SealVersion.V4, p256.signer(new SampleRandom("x")), signer.certificate()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SealUser(
                GOOD.seal(),
                AUTHORITY.maker().signer(),
                signer.certificate(),
                SealUser.TimeStamper.NONE));
  }

  @Test
  void aPageHoldsSoManyAttributesAndNoMore() {
    Map<String, String> many = new TreeMap<>();
    for (int i = 0; i < 30; i++) {
      many.put("name " + i, "value");
    }
    LocalDate date = LocalDate.of(2026, 5, 4);
    assertThrows(IllegalArgumentException.class, () -> new LicenceDocument("t", date, many));
  }

  @Test
  void textsAreWrittenSoThatXmlReadsThemBack() throws IOException {
    LicenceDocument odd =
        new LicenceDocument("<&>\"'", LocalDate.of(2026, 5, 4), Map.of("a<b", "c&d\"e"));
    Bytes sealed = GOOD.document(odd.toStoredOfd());
    assertEquals(Outcome.OK, check(sealed).outcome());
    String root = Sample.file(sealed, OfdPath.ROOT_FILE).decodeUtf8();
    assertTrue(root.contains("Name=\"a&lt;b\">c&amp;d\"e<"), root);
  }

  @Test
  void aSealIsDrawnRoundWithAStar() {
    Bytes png = SealImage.round(64, 40).data();
    assertEquals("89504e470d0a1a0a", png.slice(0, 8).hex());
    assertThrows(IllegalArgumentException.class, () -> SealImage.round(8, 40));
    assertThrows(IllegalArgumentException.class, () -> SealImage.round(2000, 40));
  }
}
