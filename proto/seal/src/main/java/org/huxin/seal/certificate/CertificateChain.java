// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.certificate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for a chain from a certificate to a root: names, signatures, authority, path length, and
 * that every authority was within its period and not revoked at the moment asked for.
 *
 * <p>The platform's PKIX validator is not used: it answers with one failure for chain, period and
 * revocation alike, which the standards of e-seals judge apart and with different consequences, and
 * it checks SM2 only after a provider was loaded.
 */
public final class CertificateChain {
  /** No authority of e-seals issues through more: a longer chain is no chain. */
  private static final int MAX_AUTHORITIES = 5;

  /**
   * So many signatures are checked for one certificate: authorities that certify each other end.
   */
  private static final int MAX_CHECKS = 64;

  private final List<Certificate> roots;
  private final Trust trust;
  private final Instant at;
  private int checks;

  private CertificateChain(List<Certificate> roots, Trust trust, Instant at) {
    this.roots = roots;
    this.trust = trust;
    this.at = at;
  }

  /**
   * How a certificate of a maker or signer stood.
   *
   * @param at when
   * @param now when is asked: revocation lists must be current then
   */
  public static Standing ofSigner(Certificate certificate, Trust trust, Instant at, Instant now) {
    return new CertificateChain(trust.roots(), trust, at).standing(certificate, now);
  }

  /** How a certificate of a time stamp authority stood; otherwise as {@link #ofSigner}. */
  public static Standing ofTimeStamp(
      Certificate certificate, Trust trust, Instant at, Instant now) {
    return new CertificateChain(trust.timeStampRoots(), trust, at).standing(certificate, now);
  }

  private Standing standing(Certificate certificate, Instant now) {
    if (roots.isEmpty()) {
      return new Standing(Standing.Chain.NOT_JUDGED, Optional.empty(), false);
    }
    if (roots.contains(certificate)) {
      return new Standing(Standing.Chain.TRUSTED, Optional.empty(), true);
    }
    Optional<Certificate> authority =
        certificate.demandsUnknown() ? Optional.empty() : authority(certificate, 0);
    if (authority.isEmpty()) {
      Standing.Chain chain =
          certificate.isSignedWithSm2()
              ? Standing.Chain.BROKEN
              : Standing.Chain.ALGORITHM_NOT_SUPPORTED;
      return new Standing(chain, Optional.empty(), false);
    }
    List<RevocationList> lists = listsOf(authority.get());
    return new Standing(
        Standing.Chain.TRUSTED,
        revokedSince(certificate, lists),
        lists.stream().anyMatch(list -> list.isCurrentAt(now)));
  }

  /** The authority that issued a certificate, if itself reaches a root. */
  private Optional<Certificate> authority(Certificate certificate, int below) {
    if (below >= MAX_AUTHORITIES) {
      return Optional.empty();
    }
    List<Certificate> candidates =
        Stream.concat(roots.stream(), trust.intermediates().stream())
            .filter(each -> each.subject().equals(certificate.issuer()))
            .toList();
    for (Certificate candidate : candidates) {
      if (mayIssue(candidate, below)
          && ++checks <= MAX_CHECKS
          && certificate.isSignedBy(candidate)
          && reachesRoot(candidate, below)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private boolean mayIssue(Certificate candidate, int below) {
    boolean longEnough =
        candidate
            .pathLength()
            .map(length -> length.compareTo(BigInteger.valueOf(below)) >= 0)
            .orElse(true);
    return candidate.isAuthority()
        && longEnough
        && candidate.coversTime(at)
        && !candidate.demandsUnknown();
  }

  private boolean reachesRoot(Certificate candidate, int below) {
    if (roots.contains(candidate)) {
      return true;
    }
    Optional<Certificate> above = authority(candidate, below + 1);
    return above.isPresent()
        && revokedSince(candidate, listsOf(above.get()))
            .map(since -> at.isBefore(since))
            .orElse(true);
  }

  private List<RevocationList> listsOf(Certificate authority) {
    List<RevocationList> lists = new ArrayList<>();
    for (RevocationList list : trust.revocations()) {
      if (list.isOf(authority)) {
        lists.add(list);
      }
    }
    return lists;
  }

  /** The earliest time that any of the authority's lists gives. */
  private static Optional<Instant> revokedSince(
      Certificate certificate, List<RevocationList> lists) {
    return lists.stream()
        .flatMap(list -> list.revokedSince(certificate).stream())
        .min(Instant::compareTo);
  }
}
