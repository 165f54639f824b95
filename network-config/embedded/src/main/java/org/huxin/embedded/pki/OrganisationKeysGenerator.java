// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.pki;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** Makes the certificates and keys of an organisation. Stateless. */
public final class OrganisationKeysGenerator {
  private static final int AUTHORITY_DAYS = 3650;
  private static final int TLS_DAYS = 730;

  private OrganisationKeysGenerator() {}

  /**
   * Fresh keys and certificates: authorities for ten years, identities for the given time, TLS
   * certificates for two years; an empty revocation list.
   *
   * @param mspId the MSP's id
   * @param domain the DNS name beneath which the certificates' names stand
   * @param identityDays how long identities are valid, at most 3,650
   */
  public static OrganisationKeys generate(
      String mspId, String domain, int identityDays, Instant now, SecureRandom random) {
    Validity authorities = Validity.days(now, AUTHORITY_DAYS);
    Validity identities = Validity.days(now, identityDays);
    Validity tls = Validity.days(now, TLS_DAYS);
    CertificateAuthority root = CertificateAuthority.root("ca", domain, authorities, random);
    CertificateAuthority intermediate = root.intermediate("ica", domain, authorities, random);
    CertificateAuthority tlsRoot = CertificateAuthority.root("tlsca", domain, authorities, random);
    return new OrganisationKeys(
        mspId,
        domain,
        root,
        intermediate,
        tlsRoot,
        intermediate.identity(Role.PEER, "peer0." + domain, identities, random),
        tlsRoot.tls("peer0." + domain, tls, random),
        intermediate.identity(Role.ORDERER, "orderer0." + domain, identities, random),
        tlsRoot.tls("orderer0." + domain, tls, random),
        intermediate.identity(Role.ADMIN, "Admin@" + domain, identities, random),
        intermediate.identity(Role.CLIENT, "User1@" + domain, identities, random),
        List.of(
            intermediate.revocationList(
                List.of(), 1, authorities.notBefore(), authorities.notAfter())));
  }
}
