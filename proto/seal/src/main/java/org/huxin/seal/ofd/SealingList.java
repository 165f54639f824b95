// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sealings that a document lists, not checked: for who seals it once more.
 *
 * @param path where the list stands
 * @param entries each sealing, in order; unmodifiable
 * @param closed whether one of them protects the list, so that none may follow
 */
public record SealingList(OfdPath path, List<Entry> entries, boolean closed) {
  /** A copy of the given entries. */
  public SealingList {
    entries = List.copyOf(entries);
  }

  /**
   * One line of the list.
   *
   * @param id its identifier
   * @param sealed whether it is a sealing; if not, a digital signature without a seal
   * @param description the path of its Signature.xml
   */
  public record Entry(String id, boolean sealed, OfdPath description) {}

  /**
   * The list of a package of one document; empty if it names none.
   *
   * @throws OfdRefusedException if it is no OFD document, or a package of several
   * @throws IOException if the source cannot be read
   */
  public static Optional<SealingList> read(OfdContainer container) throws IOException {
    OfdPath root = OfdPath.ROOT_FILE;
    XmlElement body =
        XmlDocument.read(root, container.read(root, OfdCheck.MAX_LIST), "OFD").one("DocBody", root);
    Optional<XmlElement> named = body.optional("Signatures", root);
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(read(container, OfdPath.resolve(root, named.get().text())));
  }

  private static SealingList read(OfdContainer container, OfdPath list) throws IOException {
    List<Entry> entries = new ArrayList<>();
    boolean closed = false;
    for (SignatureEntry each :
        SignatureEntry.readAll(list, container.read(list, OfdCheck.MAX_LIST))) {
      entries.add(new Entry(each.id(), each.sealed(), each.description()));
      SignatureDescription description =
          SignatureDescription.read(
              each.description(), container.read(each.description(), OfdCheck.MAX_DESCRIPTION));
      closed |= description.references().stream().anyMatch(one -> one.file().equals(list));
    }
    return new SealingList(list, entries, closed);
  }
}
