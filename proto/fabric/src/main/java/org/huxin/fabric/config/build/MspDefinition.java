// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import java.util.List;
import java.util.Optional;

/**
 * What a channel's configuration says of an MSP. NodeOUs are on, with the units client, peer, admin
 * and orderer. Certificates and lists are PEM.
 *
 * @param id the MSP's id, not empty
 * @param rootCertificates the root authorities; at least one
 * @param intermediateCertificates the authorities beneath them; may be empty
 * @param tlsRootCertificates the authorities of TLS certificates
 * @param revocationLists may be empty
 * @param unitAuthority the authority whose units count, one of the above; if empty, any of them
 */
public record MspDefinition(
    String id,
    List<String> rootCertificates,
    List<String> intermediateCertificates,
    List<String> tlsRootCertificates,
    List<String> revocationLists,
    Optional<String> unitAuthority) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the id or the list of roots is empty
   */
  public MspDefinition {
    rootCertificates = List.copyOf(rootCertificates);
    intermediateCertificates = List.copyOf(intermediateCertificates);
    tlsRootCertificates = List.copyOf(tlsRootCertificates);
    revocationLists = List.copyOf(revocationLists);
    if (id.isEmpty() || rootCertificates.isEmpty()) {
      throw new IllegalArgumentException("an MSP has an id and a root certificate");
    }
  }
}
