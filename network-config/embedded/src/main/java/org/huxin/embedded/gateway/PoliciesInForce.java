// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.stream.Collectors;
import org.huxin.embedded.endorsement.Peer;
import org.huxin.fabric.access.ChannelConfiguration;
import org.huxin.fabric.access.OrganisationPolicies;
import org.jspecify.annotations.Nullable;

/** The policies of the configuration in force, read once for each configuration. Thread-safe. */
final class PoliciesInForce {
  private final NetworkView network;
  private final Map<String, ByteString> identities;
  private volatile @Nullable Known known;

  PoliciesInForce(NetworkView network) {
    this.network = network;
    this.identities =
        network.peers().stream().collect(Collectors.toMap(Peer::mspId, Peer::identity));
  }

  OrganisationPolicies current() {
    long configuration = network.ledger().lastConfig();
    Known last = known;
    if (last == null || last.configuration() != configuration) {
      last =
          new Known(
              configuration,
              new OrganisationPolicies(
                  ChannelConfiguration.of(network.ledger().block(configuration).block()),
                  identities));
      known = last;
    }
    return last.policies();
  }

  private record Known(long configuration, OrganisationPolicies policies) {}
}
