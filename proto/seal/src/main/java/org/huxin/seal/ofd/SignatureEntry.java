// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;

/**
 * One line of Signatures.xml.
 *
 * @param list the file that it stands in
 * @param id its identifier
 * @param sealed whether it is a sealing; if not, a digital signature without a seal
 * @param description the path of its Signature.xml
 */
record SignatureEntry(OfdPath list, String id, boolean sealed, OfdPath description) {
  /** More than anybody puts on one document. */
  static final int MAX_COUNT = 256;

  private static final int MAX_ID = 128;

  /** Reads the list. Without a Type it is a sealing (GB/T 33190, table of Signature). */
  static List<SignatureEntry> readAll(OfdPath list, Bytes content) {
    XmlElement root = XmlDocument.read(list, content, "Signatures");
    List<SignatureEntry> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<OfdPath> descriptions = new HashSet<>();
    for (XmlElement each : root.all("Signature").toList()) {
      String id = each.attribute("ID").orElseThrow(() -> XmlElement.malformed(list, "ID"));
      String type = each.attribute("Type").orElse("Seal");
      String location =
          each.attribute("BaseLoc").orElseThrow(() -> XmlElement.malformed(list, "BaseLoc"));
      OfdPath description = OfdPath.resolve(list, location);
      if (all.size() >= MAX_COUNT || id.length() > MAX_ID || !ids.add(id)) {
        throw XmlElement.malformed(list, "ID");
      }
      if (!descriptions.add(description)) {
        throw XmlElement.malformed(list, "BaseLoc");
      }
      if (!type.equals("Seal") && !type.equals("Sign")) {
        throw XmlElement.malformed(list, "Type");
      }
      all.add(new SignatureEntry(list, id, type.equals("Seal"), description));
    }
    return all;
  }
}
