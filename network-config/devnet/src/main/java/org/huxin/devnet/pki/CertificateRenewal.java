// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.pki;

import java.security.SecureRandom;
import java.time.Instant;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.Validity;

/**
 * Renews an organisation's identities and TLS certificates with the keys that they have. An
 * orderer's new certificate takes effect once a config update names it; the others at once.
 * Stateless.
 */
public final class CertificateRenewal {
  private CertificateRenewal() {}

  /** The same keys with certificates valid for so many days from now on. */
  public static OrganisationKeys renew(
      OrganisationKeys old, int days, Instant now, SecureRandom random) {
    Validity validity = Validity.days(now, days);
    return new OrganisationKeys(
        old.mspId(),
        old.domain(),
        old.root(),
        old.intermediate(),
        old.tlsRoot(),
        identity(old, old.peer(), validity, random),
        old.tlsRoot().renew(old.peerTls(), validity, random),
        identity(old, old.orderer(), validity, random),
        old.tlsRoot().renew(old.ordererTls(), validity, random),
        identity(old, old.admin(), validity, random),
        identity(old, old.client(), validity, random),
        old.revocationLists());
  }

  private static Credential identity(
      OrganisationKeys keys, Credential old, Validity validity, SecureRandom random) {
    return keys.intermediate().renew(old, validity, random);
  }
}
