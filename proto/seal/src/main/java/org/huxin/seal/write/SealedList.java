// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.ofd.OfdPath;
import org.jspecify.annotations.Nullable;

/**
 * Signatures.xml while it is written.
 *
 * @param descriptions the paths of the descriptions, in order
 */
record SealedList(List<OfdPath> descriptions) {
  private static final OfdPath PLACE = new OfdPath(List.of("Doc_0", "Signs", "Signatures.xml"));
  private static final Pattern BASE = Pattern.compile("BaseLoc=\"([^\"]{1,200})\"");

  SealedList {
    descriptions = List.copyOf(descriptions);
  }

  /** Reads the list that a sealer of this project wrote; an absent one is empty. */
  static SealedList of(@Nullable Bytes content) {
    List<OfdPath> found = new ArrayList<>();
    if (content != null) {
      try {
        Matcher each = BASE.matcher(content.decodeUtf8());
        while (each.find()) {
          found.add(OfdPath.resolve(PLACE, String.valueOf(each.group(1))));
        }
      } catch (java.nio.charset.CharacterCodingException e) {
        throw new IllegalArgumentException("a list of sealings in UTF-8", e);
      }
    }
    return new SealedList(found);
  }

  int count() {
    return descriptions.size();
  }

  SealedList with(OfdPath description) {
    List<OfdPath> all = new ArrayList<>(descriptions);
    all.add(description);
    return new SealedList(all);
  }

  Bytes toXml() {
    return XmlText.file(
        "Signatures",
        xml -> {
          xml.text("MaxSignId", "s" + descriptions.size());
          for (int i = 0; i < descriptions.size(); i++) {
            xml.element(
                "Signature",
                XmlText.Content.NONE,
                "ID",
                "s" + (i + 1),
                "Type",
                "Seal",
                "BaseLoc",
                descriptions.get(i).toString());
          }
        });
  }
}
