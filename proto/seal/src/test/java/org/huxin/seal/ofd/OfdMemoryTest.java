// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.huxin.core.verdict.Outcome;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.write.LargeDocument;
import org.huxin.seal.write.Sample;
import org.huxin.seal.write.SampleAuthority;
import org.junit.jupiter.api.Test;

/** A check needs no more memory for a large document than is stated. */
final class OfdMemoryTest {
  private static final SampleAuthority AUTHORITY = new SampleAuthority();
  private static final SealCheck CHECK =
      new SealCheck(AUTHORITY.trust(), KnownSealings.NONE, SampleAuthority.NOW);
  private static final int MEGABYTE = 1 << 20;

  /** All that the check allocates, which is more than it ever holds. */
  private static long allocated(Bytes document) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ByteSource source = ByteSource.of(document);
    long before = threads.getCurrentThreadAllocatedBytes();
    OfdReport report = OfdCheck.check(source, CHECK);
    long after = threads.getCurrentThreadAllocatedBytes();
    assertEquals(Outcome.OK, report.outcome(), () -> report.toString());
    return after - before;
  }

  private static Bytes sealed(int pages, int megabytes) {
    Bytes plain = LargeDocument.of(pages, megabytes * MEGABYTE);
    return Sample.good(AUTHORITY, SealVersion.V4).document(plain);
  }

  @Test
  void aDocumentOfAHundredPagesAndTwentyMegabytesNeedsLessThanIsStated() throws IOException {
    Bytes document = sealed(100, 20);
    long unused = allocated(document);

    assertTrue(document.length() > 20 * MEGABYTE, "it is large");
    long needed = allocated(document);
    assertTrue(needed < OfdCheck.MAX_MEMORY / 2, "allocated " + needed);
  }

  @Test
  void theContentsSizeDoesNotCount() throws IOException {
    Bytes small = sealed(100, 2);
    Bytes large = sealed(100, 40);
    long unused = allocated(small);

    long difference = allocated(large) - allocated(small);
    assertTrue(difference < MEGABYTE, "allocated " + difference + " more");
  }
}
