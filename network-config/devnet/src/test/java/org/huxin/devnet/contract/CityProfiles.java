// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.time.Duration;
import java.util.Optional;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.statement.Endpoint;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.Organisation;
import org.huxin.embedded.Transport;
import org.huxin.sdk.profile.CertificatesPem;
import org.huxin.sdk.profile.Deadlines;
import org.huxin.sdk.profile.FabricIdentity;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.PrivateKeyPem;
import org.huxin.sdk.profile.Profile;

/** Profiles of an embedded network's members. */
final class CityProfiles {
  private CityProfiles() {}

  /** Long enough for a slow machine, and short where nothing but an outcome is awaited. */
  static Deadlines patient(Duration outcome) {
    return new Deadlines(
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofMillis(500),
        outcome,
        Duration.ofMinutes(5));
  }

  /** A city's member, which calls these cities' gateways in this order. */
  static Profile of(
      EmbeddedNetwork network,
      LedgerId ledger,
      Duration outcome,
      SampleCity member,
      SampleCity... gateways) {
    Organisation organisation = network.organisation(member.msp().text());
    FabricIdentity identity =
        new FabricIdentity(
            new MspId(organisation.mspId()),
            new CertificatesPem(organisation.client().certificatePem()),
            Optional.of(new PrivateKeyPem(organisation.client().keyPair().toPem())));
    Profile.Builder profile = Profile.builder(ledger, identity).deadlines(patient(outcome));
    for (SampleCity gateway : gateways) {
      profile.peer(peer(network, network.organisation(gateway.msp().text())));
    }
    return profile.channel(network.channelId()).build();
  }

  private static GatewayPeer peer(EmbeddedNetwork network, Organisation organisation) {
    return network.transport() == Transport.PLAINTEXT
        ? GatewayPeer.plain(organisation.endpoint())
        : new GatewayPeer(
            new Endpoint(organisation.endpoint()),
            Optional.of(
                new CertificatesPem(organisation.keys().tlsRoot().credential().certificatePem())),
            Optional.of("peer0." + organisation.keys().domain()));
  }
}
