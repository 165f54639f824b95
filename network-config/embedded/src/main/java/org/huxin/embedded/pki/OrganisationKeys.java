// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.pki;

import java.util.List;

/**
 * All certificates and keys of one organisation: one MSP for clients, peers, admins and orderers.
 *
 * @param mspId the MSP's id
 * @param domain the DNS name beneath which the certificates' names stand
 * @param root the root authority of identities
 * @param intermediate the authority beneath it, which issues the identities
 * @param tlsRoot the authority of TLS certificates
 * @param peer the peer's identity
 * @param peerTls the peer's TLS certificate
 * @param orderer the orderer's identity
 * @param ordererTls the orderer's TLS certificate
 * @param admin an administrator's identity
 * @param client a client's identity
 * @param revocationLists PEM; may be empty
 */
public record OrganisationKeys(
    String mspId,
    String domain,
    CertificateAuthority root,
    CertificateAuthority intermediate,
    CertificateAuthority tlsRoot,
    Credential peer,
    Credential peerTls,
    Credential orderer,
    Credential ordererTls,
    Credential admin,
    Credential client,
    List<String> revocationLists) {

  /** Copies the list. */
  public OrganisationKeys {
    revocationLists = List.copyOf(revocationLists);
  }
}
