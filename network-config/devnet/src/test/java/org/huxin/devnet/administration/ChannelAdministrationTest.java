// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huxin.devnet.fabric.FabricCity;
import org.huxin.devnet.fabric.FabricNetwork;
import org.huxin.devnet.fabric.FabricNetworkExtension;
import org.huxin.devnet.fabric.FabricUnderTest;
import org.huxin.devnet.fabric.RequiresFabric;
import org.huxin.devnet.process.LoopbackPorts;
import org.huxin.embedded.ChaincodeDeployment;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.embedded.pki.OrganisationKeysGenerator;
import org.huxin.embedded.pki.Validity;
import org.huxin.embedded.suite.GatewayClient;
import org.huxin.embedded.suite.RecordedChaincode;
import org.huxin.fabric.config.build.BatchLimits;
import org.huxin.fabric.config.build.ConfigUpdateWriter;
import org.huxin.fabric.config.build.MspDefinition;
import org.huxin.fabric.config.build.OrganisationDefinition;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real orderers and peers take what administrators of this project write, and refuse the rest. */
@RequiresFabric
class ChannelAdministrationTest {
  @RegisterExtension static final FabricNetworkExtension FABRIC = new FabricNetworkExtension();

  private static final SecureRandom RANDOM = new SecureRandom();

  private static CityAdministrator administrator(FabricCity city) {
    return new CityAdministrator(
        FABRIC.network().channelId(), city.keys(), city.peerEndpoint(), Clock.systemUTC(), RANDOM);
  }

  private static FabricCity ordos() {
    return FABRIC.network().city("OrdosMSP");
  }

  private static ConfigGroup configuration() throws Exception {
    try (CityAdministrator administrator = administrator(ordos())) {
      return Config.parseFrom(administrator.configuration().asByteBuffer()).getChannelGroup();
    }
  }

  private static void assertRefused(AdministrationRefusal code, Runnable action) {
    assertEquals(code, assertThrows(AdministrationRefusedException.class, action::run).code());
  }

  @Test
  void changesWhenABlockIsCut() throws Exception {
    BatchLimits limits = new BatchLimits(250, 10 << 20, 1 << 20, Duration.ofSeconds(2));
    FABRIC.network().configure(ConfigUpdateWriter.batchLimits(limits));
    BatchSize size =
        BatchSize.parseFrom(
            configuration().getGroupsOrThrow("Orderer").getValuesOrThrow("BatchSize").getValue());
    assertEquals(250, size.getMaxMessageCount());
    assertEquals(1 << 20, size.getPreferredMaxBytes());
  }

  @Test
  void refusesToChangeNothing() {
    assertThrows(
        IllegalArgumentException.class, () -> FABRIC.network().configure(channel -> channel));
  }

  @Test
  void ordererRefusesAConfigurationThatMakesNoSense() {
    UnaryOperator<ConfigGroup> noBlocks =
        channel ->
            channel.toBuilder()
                .putGroups(
                    "Orderer",
                    channel.getGroupsOrThrow("Orderer").toBuilder()
                        .putValues(
                            "BatchSize",
                            ConfigValue.newBuilder()
                                .setModPolicy("Admins")
                                .setValue(BatchSize.getDefaultInstance().toByteString())
                                .build())
                        .build())
                .build();
    assertRefused(AdministrationRefusal.ORDER_REFUSED, () -> FABRIC.network().configure(noBlocks));
  }

  @Test
  void takesAFifthCitysOrganisation() throws Exception {
    FabricNetwork network = FABRIC.network();
    OrganisationKeys fifth =
        OrganisationKeysGenerator.generate(
            "ChifengMSP", "chifeng.example", 30, Instant.now(), RANDOM);
    network.configure(
        ConfigUpdateWriter.addOrganisation(
            new OrganisationDefinition(msp(fifth), Optional.empty(), List.of())));
    assertTrue(
        configuration().getGroupsOrThrow("Application").getGroupsMap().containsKey("ChifengMSP"));
    // Its clients are heard at once, through any city's peer.
    try (GatewayClient client =
        new GatewayClient(
            network.channelId(),
            FabricUnderTest.member(network.cities().get(0)),
            "ChifengMSP",
            fifth.client())) {
      assertEquals(
          "noop", new String(client.contract("licence").submitTransaction("noop"), US_ASCII));
    }
  }

  private static MspDefinition msp(OrganisationKeys keys) {
    return new MspDefinition(
        keys.mspId(),
        List.of(keys.root().credential().certificatePem()),
        List.of(keys.intermediate().credential().certificatePem()),
        List.of(keys.tlsRoot().credential().certificatePem()),
        keys.revocationLists(),
        Optional.empty());
  }

  private static ChannelParticipation participation(Credential shown, String endpoint) {
    return new ChannelParticipation(ordos().keys(), shown, endpoint);
  }

  private static Credential operator(OrganisationKeys keys) {
    return keys.tlsRoot().tls("operator", Validity.days(Instant.now(), 1), RANDOM);
  }

  @Test
  void ordererRefusesAChannelThatItHas() {
    ChannelParticipation orderer =
        participation(operator(ordos().keys()), ordos().ordererAdminEndpoint());
    assertTrue(orderer.knows("licence"));
    assertFalse(orderer.knows("nosuchchannel"));
    assertRefused(
        AdministrationRefusal.JOIN_REFUSED, () -> orderer.join(FABRIC.network().genesis()));
  }

  @Test
  void ordererTalksToItsOwnOperatorsAlone() {
    Credential stranger = operator(FABRIC.network().city("HohhotMSP").keys());
    assertRefused(
        AdministrationRefusal.NOT_REACHED,
        () -> participation(stranger, ordos().ordererAdminEndpoint()).knows("licence"));
  }

  @Test
  void peerRefusesAChannelThatItHas() {
    try (CityAdministrator administrator = administrator(ordos())) {
      assertRefused(
          AdministrationRefusal.PROPOSAL_REFUSED,
          () -> administrator.join(FABRIC.network().genesis()));
    }
  }

  @Test
  void knowsTheSequencesInForce() {
    try (CityAdministrator administrator = administrator(ordos())) {
      assertEquals(1, administrator.sequence("licence").orElseThrow());
      assertTrue(administrator.sequence("nosuchcc").isEmpty());
    }
  }

  @Test
  void saysWhichPeerIsNotReached() {
    int closed = LoopbackPorts.free(1, RANDOM).get(0);
    try (CityAdministrator administrator =
        new CityAdministrator(
            "licence", ordos().keys(), "127.0.0.1:" + closed, Clock.systemUTC(), RANDOM)) {
      assertRefused(AdministrationRefusal.NOT_REACHED, administrator::configuration);
    }
  }

  @Test
  void saysThatATransactionIsNotValid() {
    try (CityAdministrator administrator = administrator(ordos());
        OrdererClient orderer = new OrdererClient(ordos().keys(), ordos().ordererEndpoint())) {
      AdministratorProposal alone =
          administrator.approval(
              ChaincodeDeployment.of("unapproved", RecordedChaincode::new).definition(1),
              "unapproved:" + "0".repeat(64));
      // Endorsed by a peer of another city, whose word does not count for this one.
      try (CityAdministrator other = administrator(FABRIC.network().city("HohhotMSP"))) {
        assertRefused(AdministrationRefusal.PROPOSAL_REFUSED, () -> other.endorse(alone));
      }
      AdministratorProposal early =
          administrator
              .signatory()
              .propose(
                  "licence",
                  "licence",
                  List.of(
                      ByteString.copyFromUtf8("put"),
                      ByteString.copyFromUtf8("k"),
                      ByteString.copyFromUtf8("v")));
      assertTrue(
          orderer
              .broadcast(early.transaction(List.of(administrator.endorse(early))))
              .join()
              .taken());
      assertRefused(
          AdministrationRefusal.TRANSACTION_INVALID,
          () -> administrator.awaitCommit(early.transactionId()));
    }
  }

  @Test
  void saysThatAPeerHasNotSeenIt() {
    FabricCity city = ordos();
    try (ChannelAdministration administration =
        new ChannelAdministration(
            "licence",
            List.of(administrator(city)),
            Map.of(city.keys(), city.ordererEndpoint()),
            Duration.ofMillis(1))) {
      assertRefused(
          AdministrationRefusal.NOT_SEEN, () -> administration.awaitEndorsers("nosuchcc"));
    }
  }
}
