// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZipDirectoryTest {
  private static final OfdPath A = new OfdPath(List.of("a.xml"));

  /** Local header, content and central header of one stored file begin here. */
  private static final int LOCAL = 0;

  private static Bytes zip() {
    return ZipBuilder.of(Map.of("a.xml", Bytes.utf8("content")), false);
  }

  private static int central(byte[] zip) {
    return ByteBuffer.wrap(zip)
        .order(ByteOrder.LITTLE_ENDIAN)
        .getInt(zip.length - ZipBuilder.END + 16);
  }

  private static OfdRefusal refusal(Bytes zip) {
    return assertThrows(
            OfdRefusedException.class,
            () -> {
              OfdContainer container = OfdContainer.open(ByteSource.of(zip));
              for (OfdPath path : container.paths()) {
                container.read(path, 1 << 20);
              }
            })
        .code();
  }

  /** The archive with some bytes overwritten, little end first. */
  private static Bytes patched(Bytes zip, int at, int length, long value) {
    byte[] bytes = zip.toByteArray();
    for (int i = 0; i < length; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
    return Bytes.of(bytes);
  }

  @Test
  void filesAreReadAndDigested() throws IOException {
    for (boolean deflated : new boolean[] {false, true}) {
      Bytes content = Bytes.utf8("content ".repeat(20_000));
      OfdContainer container =
          OfdContainer.open(ByteSource.of(ZipBuilder.of(Map.of("a.xml", content), deflated)));

      assertEquals(java.util.Set.of(A), container.paths());
      assertEquals(content, container.read(A, content.length()));
      assertEquals(DigestAlgorithm.SM3.digest(content), container.digest(A, DigestAlgorithm.SM3));
    }
  }

  @Test
  void aFileThatIsMissingOrLongerThanAskedForIsRefused() throws IOException {
    OfdContainer container = OfdContainer.open(ByteSource.of(zip()));
    OfdPath none = new OfdPath(List.of("none"));

    assertEquals(
        OfdRefusal.OFD_FILE_MISSING,
        assertThrows(OfdRefusedException.class, () -> container.read(none, 10)).code());
    assertEquals(
        OfdRefusal.ZIP_TOO_LARGE,
        assertThrows(OfdRefusedException.class, () -> container.read(A, 6)).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "no archive at all, but long enough to hold an end record"})
  void whatIsNoArchiveIsRefused(String text) {
    assertEquals(OfdRefusal.ZIP_MALFORMED, refusal(Bytes.utf8(text)));
  }

  @Test
  void anArchiveThatIsCutIsRefused() {
    Bytes zip = zip();
    for (int length = 1; length < zip.length(); length++) {
      assertTrue(refusal(zip.slice(0, length)).name().startsWith("ZIP_"), "cut at " + length);
    }
  }

  @Test
  void headersThatDifferFromTheDirectoryAreRefused() {
    Bytes zip = zip();
    assertEquals(OfdRefusal.ZIP_HEADERS_DIFFER, refusal(patched(zip, LOCAL + 6, 2, 0x800)));
    assertEquals(OfdRefusal.ZIP_HEADERS_DIFFER, refusal(patched(zip, LOCAL + 8, 2, 8)));
    assertEquals(OfdRefusal.ZIP_HEADERS_DIFFER, refusal(patched(zip, LOCAL + 14, 4, 1)));
    assertEquals(OfdRefusal.ZIP_HEADERS_DIFFER, refusal(patched(zip, LOCAL + 18, 4, 3)));
    assertEquals(OfdRefusal.ZIP_HEADERS_DIFFER, refusal(patched(zip, LOCAL + 22, 4, 3)));
    assertEquals(OfdRefusal.ZIP_HEADERS_DIFFER, refusal(patched(zip, LOCAL + 30, 1, 'b')));
  }

  @Test
  void sizesInTheFieldForLargeArchivesAreReadAndCompared() throws IOException {
    Bytes good = ZipBuilder.withLargeFields("a.xml", Bytes.utf8("content"), 7, 7);
    assertEquals(Bytes.utf8("content"), OfdContainer.open(ByteSource.of(good)).read(A, 7));
    assertEquals(
        OfdRefusal.ZIP_HEADERS_DIFFER,
        refusal(ZipBuilder.withLargeFields("a.xml", Bytes.utf8("content"), 8, 7)));
  }

  @Test
  void encryptionOtherMethodsAndLargeArchivesAreRefused() {
    byte[] zip = zip().toByteArray();
    int central = central(zip);
    Bytes good = Bytes.of(zip);
    assertEquals(OfdRefusal.ZIP_NOT_SUPPORTED, refusal(patched(good, central + 8, 2, 1)));
    assertEquals(OfdRefusal.ZIP_NOT_SUPPORTED, refusal(patched(good, central + 10, 2, 12)));
    assertEquals(
        OfdRefusal.ZIP_NOT_SUPPORTED, refusal(patched(good, central + 20, 4, 0xFFFFFFFFL)));
    assertEquals(
        OfdRefusal.ZIP_NOT_SUPPORTED,
        refusal(patched(good, zip.length - ZipBuilder.END + 4, 2, 1)));
  }

  @Test
  void bytesThatBelongToNoEntryAreRefused() {
    Bytes zip = zip();
    int central = central(zip.toByteArray());
    Bytes hidden = Bytes.utf8("hidden");
    Bytes before = Bytes.concat(zip.slice(0, central), hidden, zip.slice(central, zip.length()));
    int end = before.length() - ZipBuilder.END + 16;

    assertEquals(
        OfdRefusal.ZIP_HIDDEN_BYTES, refusal(patched(before, end, 4, central + hidden.length())));
    assertEquals(OfdRefusal.ZIP_MALFORMED, refusal(Bytes.concat(hidden, zip)));
    assertEquals(OfdRefusal.ZIP_MALFORMED, refusal(Bytes.concat(zip, hidden)));
  }

  @Test
  void entriesThatShareTheirBytesAreRefused() {
    assertEquals(OfdRefusal.ZIP_HIDDEN_BYTES, refusal(ZipBuilder.overlapping()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a", "/a", "a//b", "a/../b", "./a", "a\\b", "C:a", "a\u0000b", "a/", ""})
  void namesThatLeadOutOrAreNoneAreRefused(String name) {
    OfdRefusal code = refusal(ZipBuilder.of(Map.of(name, Bytes.utf8("x")), false));
    assertEquals(OfdRefusal.ZIP_NAME, code);
  }

  @Test
  void twoFilesOfOneNameAreRefusedWhateverTheCase() {
    Bytes zip = ZipBuilder.of(Map.of("a.xml", Bytes.utf8("1"), "A.XML", Bytes.utf8("2")), false);
    assertEquals(OfdRefusal.ZIP_NAME_TWICE, refusal(zip));
  }

  @Test
  void contentThatIsNotWhatTheHeaderSaysIsRefused() {
    Bytes zip = zip();
    assertEquals(OfdRefusal.ZIP_CONTENT, refusal(patched(zip, 30 + "a.xml".length(), 1, 'C')));

    Bytes content = Bytes.utf8("content ".repeat(100));
    Bytes deflated = ZipBuilder.of(Map.of("a.xml", content), true);
    int central = central(deflated.toByteArray());
    Bytes shorter = patched(patched(deflated, 22, 4, 5), central + 24, 4, 5);
    assertEquals(OfdRefusal.ZIP_CONTENT, refusal(shorter));
    Bytes garbled = patched(deflated, 30 + "a.xml".length(), 2, 0xFFFF);
    assertEquals(OfdRefusal.ZIP_CONTENT, refusal(garbled));
  }

  @Test
  void anEntryThatGrowsBeyondMeasureIsRefused() {
    Bytes bomb = ZipBuilder.of(Map.of("a.xml", Bytes.of(new byte[4 << 20])), true);
    assertEquals(OfdRefusal.ZIP_TOO_LARGE, refusal(bomb));
  }

  @Test
  void anArchiveThatIsTooLargeIsRefusedBeforeItIsRead() {
    ByteSource large =
        new ByteSource() {
          @Override
          public long size() {
            return ZipDirectory.MAX_ARCHIVE + 1;
          }

          @Override
          public void read(long position, ByteBuffer buffer) {
            throw new AssertionError("not read");
          }
        };
    assertEquals(
        OfdRefusal.ZIP_TOO_LARGE,
        assertThrows(OfdRefusedException.class, () -> OfdContainer.open(large)).code());
  }
}
