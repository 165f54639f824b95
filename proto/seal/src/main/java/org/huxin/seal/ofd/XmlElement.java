// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of the OFD namespace with what it holds.
 *
 * @param name its local name
 * @param attributes those without a namespace, by name
 * @param children its elements of the OFD namespace, in order
 * @param text its own text, stripped
 */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text) {
  XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  Stream<XmlElement> all(String child) {
    return children.stream().filter(each -> each.name().equals(child));
  }

  /** The one child of a name; empty if there is none. */
  Optional<XmlElement> optional(String child, OfdPath file) {
    List<XmlElement> found = all(child).toList();
    if (found.size() > 1) {
      throw malformed(file, child);
    }
    return found.stream().findFirst();
  }

  XmlElement one(String child, OfdPath file) {
    return optional(child, file).orElseThrow(() -> malformed(file, child));
  }

  static OfdRefusedException malformed(OfdPath file, String at) {
    return new OfdRefusedException(
        OfdRefusal.OFD_MALFORMED, Map.of("file", file.toString(), "at", at));
  }
}
