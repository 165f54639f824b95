// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.ofd.OfdPath;

/** A document of many pages, each with a picture that does not compress. */
public final class LargeDocument {
  private LargeDocument() {}

  /**
   * Such a document, deflated.
   *
   * @param pages how many
   * @param size how many bytes all pictures have together
   */
  public static Bytes of(int pages, int size) {
    Archive archive = Sample.licence().archive();
    byte[] picture = new byte[size / pages];
    for (int i = 0; i < pages; i++) {
      new SampleRandom("page " + i).nextBytes(picture);
      archive.put(
          new OfdPath(List.of("Doc_0", "Pages", "Page_" + (i + 1), "Content.xml")),
          Bytes.utf8("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"/>"));
      archive.put(new OfdPath(List.of("Doc_0", "Res", "picture_" + i + ".jpg")), Bytes.of(picture));
    }
    return archive.write(true);
  }
}
