// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import java.security.SecureRandom;
import java.time.Instant;
import org.huxin.embedded.endorsement.Peer;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.Role;
import org.huxin.embedded.pki.Validity;

/** One organisation of the network. Thread-safe. */
public final class Organisation {
  private static final int CLIENT_DAYS = 30;

  private final OrganisationKeys keys;
  private final Peer peer;
  private final Endpoint endpoint;

  Organisation(OrganisationKeys keys, Peer peer, Endpoint endpoint) {
    this.keys = keys;
    this.peer = peer;
    this.endpoint = endpoint;
  }

  /** Its MSP id. */
  public String mspId() {
    return keys.mspId();
  }

  /** Where its gateway, peer and orderer listen: {@code host:port}. */
  public String endpoint() {
    return endpoint.address();
  }

  /** All its certificates and keys. */
  public OrganisationKeys keys() {
    return keys;
  }

  /** The client identity that every organisation has. */
  public Credential client() {
    return keys.client();
  }

  /** A fresh client identity. */
  public Credential newClient(String name, Instant now, SecureRandom random) {
    return keys.intermediate()
        .identity(Role.CLIENT, name + "@" + keys.domain(), Validity.days(now, CLIENT_DAYS), random);
  }

  Peer peer() {
    return peer;
  }

  Endpoint server() {
    return endpoint;
  }
}
