// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.MspId;
import org.huxin.core.statement.Endpoint;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.Organisation;
import org.huxin.embedded.Transport;
import org.huxin.embedded.pki.OrganisationKeys;
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
    Profile.Builder profile =
        Profile.builder(ledger, identity(organisation.keys())).deadlines(patient(outcome));
    for (SampleCity gateway : gateways) {
      profile.peer(peer(network, network.organisation(gateway.msp().text())));
    }
    return profile.channel(network.channelId()).build();
  }

  /** A city's client. */
  static FabricIdentity identity(OrganisationKeys keys) {
    return new FabricIdentity(
        new MspId(keys.mspId()),
        new CertificatesPem(keys.client().certificatePem()),
        Optional.of(new PrivateKeyPem(keys.client().keyPair().toPem())));
  }

  /** All cities, beginning with one. */
  static List<SampleCity> from(SampleCity first) {
    List<SampleCity> cities = new ArrayList<>(List.of(SampleCity.values()));
    Collections.rotate(cities, -cities.indexOf(first));
    return cities;
  }

  /** A city's peer. */
  static GatewayPeer peer(EmbeddedNetwork network, Organisation organisation) {
    return network.transport() == Transport.PLAINTEXT
        ? GatewayPeer.plain(organisation.endpoint())
        : new GatewayPeer(
            new Endpoint(organisation.endpoint()),
            Optional.of(
                new CertificatesPem(organisation.keys().tlsRoot().credential().certificatePem())),
            Optional.of("peer0." + organisation.keys().domain()));
  }
}
