// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.pki;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huxin.embedded.pki.CertificateAuthority;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;

/**
 * How long a certificate is still valid.
 *
 * @param mspId whose certificate it is
 * @param subject its distinguished name
 * @param days whole days; negative once it has expired
 */
public record DaysLeft(String mspId, String subject, long days) {

  /** Every certificate of an organisation, the one that expires first at the top. */
  public static List<DaysLeft> of(OrganisationKeys keys, Instant now) {
    return Stream.concat(
            Stream.of(keys.root(), keys.intermediate(), keys.tlsRoot())
                .map(CertificateAuthority::credential),
            Stream.of(
                keys.peer(),
                keys.peerTls(),
                keys.orderer(),
                keys.ordererTls(),
                keys.admin(),
                keys.client()))
        .map(credential -> of(keys.mspId(), credential, now))
        .sorted(Comparator.comparingLong(DaysLeft::days).thenComparing(DaysLeft::subject))
        .toList();
  }

  private static DaysLeft of(String mspId, Credential credential, Instant now) {
    return new DaysLeft(mspId, credential.subject(), credential.validity().daysLeft(now));
  }
}
