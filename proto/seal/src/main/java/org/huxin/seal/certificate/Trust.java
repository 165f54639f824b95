// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.certificate;

import java.util.List;

/**
 * What certificates are judged against.
 *
 * @param roots the authorities that are trusted for makers and signers of seals; none: their chains
 *     are not judged
 * @param timeStampRoots the authorities that are trusted for time stamps
 * @param intermediates authorities beneath the roots, trusted only as far as their chains are
 * @param revocations lists of what was revoked, each good only if its authority signed it
 */
public record Trust(
    List<Certificate> roots,
    List<Certificate> timeStampRoots,
    List<Certificate> intermediates,
    List<RevocationList> revocations) {
  /** Trusts nobody: chains are not judged. */
  public static final Trust NOBODY = new Trust(List.of(), List.of(), List.of(), List.of());

  /** Copies of the given lists. */
  public Trust {
    roots = List.copyOf(roots);
    timeStampRoots = List.copyOf(timeStampRoots);
    intermediates = List.copyOf(intermediates);
    revocations = List.copyOf(revocations);
  }
}
