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
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.suite.RecordedChaincode;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.profile.CertificatesPem;
import org.huxin.sdk.profile.ClientTls;
import org.huxin.sdk.profile.FabricIdentity;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.PrivateKeyPem;
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

  /** The profile, as one shows itself to peers that demand a certificate. */
  private static Profile showing(EmbeddedNetwork mutual, Optional<ClientTls> own) {
    Profile profile =
        CityProfiles.of(mutual, LEDGER, Duration.ofSeconds(60), SampleCity.ORDOS, SampleCity.ORDOS);
    Profile.Builder builder =
        Profile.builder(LEDGER, profile.identity())
            .channel(mutual.channelId())
            .peer(profile.peers().get(0))
            .deadlines(profile.deadlines());
    own.ifPresent(builder::clientTls);
    return builder.build();
  }

  @Test
  void whereTlsIsMutualAClientShowsItsCertificate() {
    try (EmbeddedNetwork mutual =
        EmbeddedNetwork.builder()
            .organisations(SampleCity.ORDOS.msp().text())
            .chaincode("huxin", RecordedChaincode::new)
            .transport(Transport.MUTUAL_TLS)
            .start()) {
      Credential tls = mutual.organisation(SampleCity.ORDOS.msp().text()).keys().peerTls();
      ClientTls own =
          new ClientTls(
              new CertificatesPem(tls.certificatePem()), new PrivateKeyPem(tls.keyPair().toPem()));
      assertEquals("put key", ask(showing(mutual, Optional.of(own))));
      Profile nothing = showing(mutual, Optional.empty());
      assertThrows(LedgerUnavailableException.class, () -> ask(nothing));
    }
  }

  @Test
  void anIdentityMayHaveAKeyOfP384() throws Exception {
    FabricIdentity identity =
        SampleP384.client(network.organisation(SampleCity.ORDOS.msp().text()));
    Profile profile = profile();
    assertEquals(
        "put key",
        ask(
            Profile.builder(LEDGER, identity)
                .channel(network.channelId())
                .peer(profile.peers().get(0))
                .deadlines(profile.deadlines())
                .build()));
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
