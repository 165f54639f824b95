// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a certificate of a profile is still valid.
 *
 * @param place where it stands in the profile: {@code identity}, {@code clientTls}, or a peer's
 *     endpoint
 * @param subject its distinguished name
 * @param days whole days; negative once it has expired
 */
public record DaysLeft(String place, String subject, long days) {
  static DaysLeft of(String place, X509Certificate certificate, Instant now) {
    Duration left = Duration.between(now, certificate.getNotAfter().toInstant());
    return new DaysLeft(
        place,
        certificate.getSubjectX500Principal().getName(),
        Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds()));
  }
}
