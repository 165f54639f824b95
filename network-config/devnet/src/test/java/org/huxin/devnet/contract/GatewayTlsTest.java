// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huxin.contract.sample.SampleCity;
import org.huxin.core.id.LedgerId;
import org.huxin.embedded.EmbeddedNetwork;
import org.huxin.embedded.Transport;
import org.huxin.embedded.suite.RecordedChaincode;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.profile.CertificatesPem;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An application's client and peers that speak TLS. */
class GatewayTlsTest {
  private static final LedgerId LEDGER = LedgerId.parse("sha256:" + "01".repeat(32));
  private static EmbeddedNetwork network =
      EmbeddedNetwork.builder()
          .organisations(SampleCity.ORDOS.msp().text(), SampleCity.HOHHOT.msp().text())
          .chaincode("huxin", RecordedChaincode::new)
          .transport(Transport.TLS)
          .start();

  @AfterAll
  static void stop() {
    network.close();
  }

  private static Profile profile() {
    return CityProfiles.of(
        network, LEDGER, Duration.ofSeconds(60), SampleCity.ORDOS, SampleCity.ORDOS);
  }

  private static Profile with(Optional<CertificatesPem> authorities, Optional<String> serverName) {
    Profile profile = profile();
    GatewayPeer peer = profile.peers().get(0);
    return Profile.builder(LEDGER, profile.identity())
        .channel(network.channelId())
        .peer(new GatewayPeer(peer.endpoint(), authorities, serverName))
        .deadlines(profile.deadlines())
        .build();
  }

  private static String ask(Profile profile) {
    try (LedgerClient client = GatewayLedger.of(profile)) {
      return CityLedger.text(client.evaluate("put", List.of("key", "value")).toByteArray());
    }
  }

  @Test
  void aPeerIsKnownByItsAuthorityAndItsName() {
    assertEquals("put key", ask(profile()));
  }

  @Test
  void anyOtherPeerIsNotSpokenTo() {
    GatewayPeer peer = profile().peers().get(0);
    CertificatesPem others =
        new CertificatesPem(
            network
                .organisation(SampleCity.HOHHOT.msp().text())
                .keys()
                .tlsRoot()
                .credential()
                .certificatePem());
    for (Profile wrong :
        List.of(
            with(Optional.of(others), peer.serverName()),
            with(peer.tlsAuthorities(), Optional.of("peer0.elsewhere.example")),
            with(Optional.empty(), Optional.empty()))) {
      assertThrows(LedgerUnavailableException.class, () -> ask(wrong));
    }
  }
}
