// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlDocumentTest {
  private static final String OPEN = "<o:OFD xmlns:o=\"" + XmlDocument.NAMESPACE + "\">";

  private static XmlElement read(String text) {
    return XmlDocument.read(OfdPath.ROOT_FILE, Bytes.utf8(text), "OFD");
  }

  private static OfdRefusal refusal(String text) {
    return assertThrows(OfdRefusedException.class, () -> read(text)).code();
  }

  @Test
  void elementsAttributesAndTextsAreRead() {
    XmlElement root =
        read(
            OPEN
                + "<!-- c --><o:A b=\"1\" x:c=\"2\" xmlns:x=\"urn:x\"> t<![CDATA[<]]>&amp; </o:A>"
                + "<x:Own xmlns:x=\"urn:x\"><o:A/></x:Own><?p i?></o:OFD>");

    assertEquals(1, root.children().size());
    XmlElement child = root.one("A", OfdPath.ROOT_FILE);
    assertEquals(Map.of("b", "1"), child.attributes());
    assertEquals("t<&", child.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<o:OFD>",
        "<!DOCTYPE o:OFD []>",
        "<!DOCTYPE o:OFD SYSTEM \"file:///etc/passwd\">"
      })
  void whatIsNotWellFormedOrHasADtdIsRefused(String text) {
    assertEquals(OfdRefusal.XML_MALFORMED, refusal(text));
    assertEquals(OfdRefusal.XML_MALFORMED, refusal(text + OPEN));
  }

  @Test
  void aDtdIsRefusedEvenBeforeAGoodDocument() {
    assertEquals(OfdRefusal.XML_MALFORMED, refusal("<!DOCTYPE a>" + OPEN + "</o:OFD>"));
    assertEquals(
        OfdRefusal.XML_MALFORMED,
        refusal("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + OPEN + "&x;</o:OFD>"));
    assertEquals(OfdRefusal.XML_MALFORMED, refusal(OPEN + "&x;</o:OFD>"));
  }

  @Test
  void anotherRootOrNamespaceIsRefused() {
    assertEquals(OfdRefusal.OFD_MALFORMED, refusal("<OFD/>"));
    assertEquals(OfdRefusal.OFD_MALFORMED, refusal("<OFD xmlns=\"urn:x\"/>"));
    assertEquals(OfdRefusal.OFD_MALFORMED, refusal(OPEN.replace("OFD", "Other") + "</o:Other>"));
  }

  @Test
  void whatIsDeeperOrHasMoreElementsThanAnyIsRefused() {
    String deep = OPEN + "<o:A>".repeat(40) + "</o:A>".repeat(40) + "</o:OFD>";
    String wide = OPEN + "<o:A/>".repeat(XmlDocument.MAX_ELEMENTS + 1) + "</o:OFD>";

    assertEquals(OfdRefusal.XML_TOO_LARGE, refusal(deep));
    assertEquals(OfdRefusal.XML_TOO_LARGE, refusal(wide));
  }

  @ParameterizedTest
  @CsvSource({
    "/OFD.xml, /OFD.xml",
    "Sign_0/Signature.xml, /Doc_0/Signs/Sign_0/Signature.xml",
    "./a/../b, /Doc_0/Signs/b",
    "../../OFD.xml, /OFD.xml",
    "//a//b, /a/b",
    "' /a ', /a"
  })
  void pathsAreResolvedAsTheStandardSays(String text, String path) {
    OfdPath from = OfdPath.resolve(OfdPath.ROOT_FILE, "Doc_0/Signs/Signatures.xml");
    assertEquals(path, OfdPath.resolve(from, text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../a",
        "/../a",
        "",
        "/",
        "a\\b",
        "c:/a",
        "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q"
      })
  void pathsThatLeadOutOrAreNoneAreRefused(String text) {
    assertEquals(
        OfdRefusal.OFD_PATH,
        assertThrows(OfdRefusedException.class, () -> OfdPath.resolve(OfdPath.ROOT_FILE, text))
            .code());
  }
}
