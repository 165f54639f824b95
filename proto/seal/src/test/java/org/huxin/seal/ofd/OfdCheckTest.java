// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huxin.core.verdict.Outcome;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.check.SealFindingCode;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.write.Sample;
import org.huxin.seal.write.SampleAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the files of proto/vectors/seal do not show: documents that are none, and their refusals.
 */
final class OfdCheckTest {
  private static final SampleAuthority AUTHORITY = new SampleAuthority();
  private static final SealCheck CHECK =
      new SealCheck(AUTHORITY.trust(), KnownSealings.NONE, SampleAuthority.NOW);
  private static final String OFD = "<o:OFD xmlns:o=\"" + XmlDocument.NAMESPACE + "\">";
  private static final String SIGNATURES =
      "<o:Signatures xmlns:o=\"" + XmlDocument.NAMESPACE + "\">";
  private static final String LISTED =
      OFD + "<o:DocBody><o:Signatures>/S.xml</o:Signatures></o:DocBody></o:OFD>";

  private static OfdReport check(Map<String, String> files) throws IOException {
    Map<String, Bytes> contents = new HashMap<>();
    files.forEach((name, text) -> contents.put(name, Bytes.utf8(text)));
    return OfdCheck.check(ByteSource.of(ZipBuilder.of(contents, true)), CHECK);
  }

  private static OfdRefusal refusal(Map<String, String> files) {
    return assertThrows(OfdRefusedException.class, () -> check(files)).code();
  }

  @Test
  void aDocumentWithoutItsFirstFileIsRefused() {
    assertEquals(OfdRefusal.OFD_FILE_MISSING, refusal(Map.of("a.xml", "")));
    assertEquals(OfdRefusal.OFD_MALFORMED, refusal(Map.of("OFD.xml", OFD + "</o:OFD>")));
  }

  @Test
  void aListOfSealingsThatIsNamedMustBeThereAndBeNamedOnce() {
    assertEquals(OfdRefusal.OFD_FILE_MISSING, refusal(Map.of("OFD.xml", LISTED)));
    String body = "<o:DocBody><o:Signatures>S.xml</o:Signatures></o:DocBody>";
    assertEquals(
        OfdRefusal.OFD_MALFORMED, refusal(Map.of("OFD.xml", OFD + body + body + "</o:OFD>")));
    assertEquals(
        OfdRefusal.OFD_PATH,
        refusal(
            Map.of(
                "OFD.xml",
                OFD + "<o:DocBody><o:Signatures>../S</o:Signatures></o:DocBody></o:OFD>")));
  }

  @ParameterizedTest
  @CsvSource({
    "<o:Signature BaseLoc='a'/>",
    "<o:Signature ID='1'/>",
    "<o:Signature ID='1' BaseLoc='a' Type='Other'/>",
    "<o:Signature ID='1' BaseLoc='a'/><o:Signature ID='1' BaseLoc='b'/>",
    "<o:Signature ID='1' BaseLoc='a'/><o:Signature ID='2' BaseLoc='a'/>"
  })
  void anEntryOfTheListIsWhole(String entries) {
    assertEquals(
        OfdRefusal.OFD_MALFORMED,
        refusal(Map.of("OFD.xml", LISTED, "S.xml", SIGNATURES + entries + "</o:Signatures>")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<o:SignedInfo/>",
        "<o:SignedInfo><o:References/></o:SignedInfo>",
        "<o:SignedInfo><o:References><o:Reference/></o:References></o:SignedInfo>"
            + "<o:SignedValue>v</o:SignedValue>",
        "<o:SignedInfo><o:References><o:Reference FileRef='a'><o:CheckValue>!</o:CheckValue>"
            + "</o:Reference></o:References></o:SignedInfo><o:SignedValue>v</o:SignedValue>"
      })
  void aDescriptionIsWhole(String content) {
    String signature =
        "<o:Signature xmlns:o=\"" + XmlDocument.NAMESPACE + "\">" + content + "</o:Signature>";
    String list = SIGNATURES + "<o:Signature ID='1' BaseLoc='D.xml'/></o:Signatures>";
    assertEquals(
        OfdRefusal.OFD_MALFORMED,
        refusal(Map.of("OFD.xml", LISTED, "S.xml", list, "D.xml", signature)));
  }

  @Test
  void aSealingThatIsNotThereIsAFindingNotARefusal() throws IOException {
    String signature =
        "<o:Signature xmlns:o=\""
            + XmlDocument.NAMESPACE
            + "\"><o:SignedInfo><o:References CheckMethod='SM3'/></o:SignedInfo>"
            + "<o:SignedValue>v</o:SignedValue></o:Signature>";
    String list = SIGNATURES + "<o:Signature ID='1' BaseLoc='D.xml'/></o:Signatures>";
    OfdReport report = check(Map.of("OFD.xml", LISTED, "S.xml", list, "D.xml", signature));

    assertEquals(Outcome.FAILED, report.outcome());
    assertEquals(
        List.of(SealFindingCode.SES_FORMAT),
        report.sealings().get(0).findings().stream().map(each -> each.code()).toList());
    assertEquals(
        List.of(SealFindingCode.FILE_NOT_COVERED),
        report.findings().stream().map(each -> each.code()).toList());
  }

  @Test
  void aListWithoutEntriesSealsNothing() throws IOException {
    OfdReport report = check(Map.of("OFD.xml", LISTED, "S.xml", SIGNATURES + "</o:Signatures>"));
    assertEquals(
        List.of(SealFindingCode.NOT_SEALED),
        report.findings().stream().map(each -> each.code()).toList());
  }

  @Test
  void severalSealingsAreReportedInTheirOrder() throws IOException {
    Sample sample = Sample.good(AUTHORITY, SealVersion.V4);
    Bytes twice = sample.document(sample.document());
    OfdReport report = OfdCheck.check(ByteSource.of(twice), CHECK);

    assertEquals(List.of("s1", "s2"), report.sealings().stream().map(OfdSealing::id).toList());
    assertEquals(Outcome.OK, report.outcome());
  }

  @Test
  void ofAPdfTheDigestIsGivenAndNothingElseIsSaid() throws IOException {
    Bytes pdf = Bytes.utf8("%PDF-1.7 " + "x".repeat(100_000));
    OfdReport report =
        DocumentCheck.check(
            ByteSource.of(pdf),
            new SealCheck(Trust.NOBODY, KnownSealings.NONE, SampleAuthority.NOW));

    assertEquals(Outcome.UNKNOWN, report.outcome());
    assertEquals(
        Map.of("digest", DigestAlgorithm.SM3.digest(pdf).toString()),
        report.findings().get(0).evidence());
  }
}
