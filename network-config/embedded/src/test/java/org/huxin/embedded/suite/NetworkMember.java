// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

import io.grpc.ChannelCredentials;
import org.huxin.embedded.pki.OrganisationKeys;

/**
 * One organisation of a network under test.
 *
 * @param keys its identities, and the authority that issues more
 * @param endpoint {@code host:port} of its gateway
 * @param credentials with what a client connects
 */
public record NetworkMember(
    OrganisationKeys keys, String endpoint, ChannelCredentials credentials) {

  /** Its MSP id. */
  public String mspId() {
    return keys.mspId();
  }
}
