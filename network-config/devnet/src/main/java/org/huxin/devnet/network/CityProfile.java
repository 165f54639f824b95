// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.util.List;
import java.util.Optional;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.statement.Endpoint;
import org.huxin.devnet.topology.Topology;
import org.huxin.embedded.Transport;
import org.huxin.embedded.connection.ConnectionPeer;
import org.huxin.sdk.profile.CertificatesPem;
import org.huxin.sdk.profile.FabricIdentity;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.PrivateKeyPem;
import org.huxin.sdk.profile.Profile;

/** The profile of a city's client. Stateless. */
public final class CityProfile {
  private CityProfile() {}

  /**
   * The profile: the city's own peer stands first; where it fails, another city's takes over.
   *
   * @param peers of all cities, in the order of the topology
   * @param city which of them the client is of, from 0
   */
  public static Profile of(
      Topology topology,
      Transport transport,
      List<ConnectionPeer> peers,
      LedgerId ledger,
      int city) {
    ConnectionPeer own = peers.get(city);
    FabricIdentity identity =
        new FabricIdentity(
            new MspId(own.keys().mspId()),
            new CertificatesPem(own.keys().client().certificatePem()),
            Optional.of(new PrivateKeyPem(own.keys().client().keyPair().toPem())));
    Profile.Builder profile =
        Profile.builder(ledger, identity)
            .channel(topology.channel())
            .chaincode(topology.chaincode());
    for (int i = 0; i < peers.size(); i++) {
      profile.peer(peer(transport, peers.get((city + i) % peers.size())));
    }
    return profile.build();
  }

  private static GatewayPeer peer(Transport transport, ConnectionPeer peer) {
    return transport == Transport.PLAINTEXT
        ? GatewayPeer.plain(peer.endpoint())
        : new GatewayPeer(
            new Endpoint(peer.endpoint()),
            Optional.of(new CertificatesPem(peer.keys().tlsRoot().credential().certificatePem())),
            Optional.of("peer0." + peer.keys().domain()));
  }
}
