// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/**
 * A Signature.xml: what one sealing protects.
 *
 * @param path where it stands
 * @param checkMethod the digest algorithm, as it is called there; MD5 if nothing is said
 * @param references what is protected, in order
 * @param seal the path of the seal's file, if there is one
 * @param signedValue the path of the sealing itself
 * @param content its bytes: what is sealed
 */
record SignatureDescription(
    OfdPath path,
    String checkMethod,
    List<Reference> references,
    Optional<OfdPath> seal,
    OfdPath signedValue,
    Bytes content) {
  /** The digest algorithm where none is named (GB/T 33190, table of References). */
  private static final String DEFAULT_METHOD = "MD5";

  private static final int MAX_VALUE = 128;

  SignatureDescription {
    references = List.copyOf(references);
  }

  /**
   * A file that is protected.
   *
   * @param file which one
   * @param value its digest
   */
  record Reference(OfdPath file, Bytes value) {}

  static SignatureDescription read(OfdPath path, Bytes content) {
    XmlElement root = XmlDocument.read(path, content, "Signature");
    XmlElement info = root.one("SignedInfo", path);
    XmlElement references = info.one("References", path);
    Optional<OfdPath> seal =
        info.optional("Seal", path)
            .map(
                element ->
                    element
                        .attribute("BaseLoc")
                        .or(() -> element.optional("BaseLoc", path).map(XmlElement::text))
                        .orElseThrow(() -> XmlElement.malformed(path, "Seal")))
            .map(location -> OfdPath.resolve(path, location));
    return new SignatureDescription(
        path,
        references.attribute("CheckMethod").orElse(DEFAULT_METHOD),
        references(references, path),
        seal,
        OfdPath.resolve(path, root.one("SignedValue", path).text()),
        content);
  }

  private static List<Reference> references(XmlElement references, OfdPath path) {
    List<Reference> all = new ArrayList<>();
    for (XmlElement each : references.all("Reference").toList()) {
      String file =
          each.attribute("FileRef").orElseThrow(() -> XmlElement.malformed(path, "FileRef"));
      String value = each.one("CheckValue", path).text();
      if (value.length() > MAX_VALUE) {
        throw XmlElement.malformed(path, "CheckValue");
      }
      try {
        all.add(
            new Reference(
                OfdPath.resolve(path, file), Bytes.of(Base64.getDecoder().decode(value))));
      } catch (IllegalArgumentException e) {
        throw XmlElement.malformed(path, "CheckValue");
      }
    }
    return all;
  }
}
