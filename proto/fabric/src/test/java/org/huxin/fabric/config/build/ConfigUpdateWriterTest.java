// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.GoldenLedger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.junit.jupiter.api.Test;

class ConfigUpdateWriterTest {
  private static Bytes bytes(ByteString value) {
    return Bytes.of(value.asReadOnlyByteBuffer());
  }

  @Test
  void writesTheRecordedUpdates() throws IOException {
    Config current = null;
    int compared = 0;
    for (Block block : GoldenLedger.blocks("ordos")) {
      Payload payload = GoldenChannel.payload(block);
      ChannelHeader header =
          payload.getHeader().getChannelHeader().isEmpty()
              ? ChannelHeader.getDefaultInstance()
              : ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
      if (header.getType() != HeaderType.CONFIG_VALUE) {
        continue;
      }
      ConfigEnvelope next = GoldenChannel.config(block);
      if (current != null) {
        ConfigUpdate recorded =
            ConfigUpdate.parseFrom(
                ConfigUpdateEnvelope.parseFrom(
                        Payload.parseFrom(next.getLastUpdate().getPayload()).getData())
                    .getConfigUpdate());
        Bytes written =
            ConfigUpdateWriter.write(
                "licence",
                bytes(current.toByteString()),
                group -> next.getConfig().getChannelGroup());
        assertEquals(recorded, ConfigUpdate.parseFrom(written.asByteBuffer()));
        compared++;
      }
      current = next.getConfig();
    }
    assertTrue(compared > 2, "compared " + compared);
  }

  @Test
  void addsAnOrganisationAsANewMemberOfItsGroup() throws IOException {
    Config genesis = GoldenChannel.config(GoldenLedger.blocks("ordos").get(0)).getConfig();
    OrganisationDefinition ordos = GoldenChannel.definition().organisations().get(0);
    MspDefinition msp = ordos.msp();
    OrganisationDefinition alashan =
        new OrganisationDefinition(
            new MspDefinition(
                "AlashanMSP",
                msp.rootCertificates(),
                msp.intermediateCertificates(),
                msp.tlsRootCertificates(),
                msp.revocationLists(),
                msp.unitAuthority()),
            ordos.anchorPeer(),
            java.util.List.of());
    ConfigUpdate update =
        ConfigUpdate.parseFrom(
            ConfigUpdateWriter.write(
                    "licence",
                    bytes(genesis.toByteString()),
                    ConfigUpdateWriter.addOrganisation(alashan))
                .asByteBuffer());
    assertEquals(1, update.getWriteSet().getGroupsOrThrow("Application").getVersion());
    assertEquals(5, update.getWriteSet().getGroupsOrThrow("Application").getGroupsCount());
    assertEquals(0, update.getReadSet().getGroupsOrThrow("Application").getVersion());
    assertEquals(4, update.getReadSet().getGroupsOrThrow("Application").getGroupsCount());
  }

  private static ConsenterDefinition consenter(int id, String mspId) throws IOException {
    ConsenterDefinition first = GoldenChannel.definition().consenters().get(0);
    return new ConsenterDefinition(
        id, mspId, first.cluster(), first.identity(), first.clientTls(), first.serverTls());
  }

  @Test
  void aFifthConsenterRaisesTheQuorum() throws IOException {
    Config genesis = GoldenChannel.config(GoldenLedger.blocks("ordos").get(0)).getConfig();
    OrganisationDefinition ordos = GoldenChannel.definition().organisations().get(0);
    ConfigGroup ordering =
        ConfigUpdateWriter.addConsenter(ordos, consenter(5, "OrdosMSP"))
            .apply(genesis.getChannelGroup())
            .getGroupsOrThrow("Orderer");
    assertEquals(
        5,
        Orderers.parseFrom(ordering.getValuesOrThrow("Orderers").getValue())
            .getConsenterMappingCount());
    SignaturePolicyEnvelope policy =
        SignaturePolicyEnvelope.parseFrom(
            ordering.getPoliciesOrThrow("BlockValidation").getPolicy().getValue());
    assertEquals(4, policy.getRule().getNOutOf().getN());
    assertEquals(5, policy.getIdentitiesCount());
  }

  @Test
  void refusesAConsenterWhoseIdIsTaken() throws IOException {
    Config genesis = GoldenChannel.config(GoldenLedger.blocks("ordos").get(0)).getConfig();
    UnaryOperator<ConfigGroup> taken =
        ConfigUpdateWriter.addConsenter(
            GoldenChannel.definition().organisations().get(0), consenter(4, "OrdosMSP"));
    assertThrows(IllegalArgumentException.class, () -> taken.apply(genesis.getChannelGroup()));
  }

  @Test
  void aRenewedConsenterTakesTheOldOnesPlace() throws IOException {
    ConfigGroup channel =
        GoldenChannel.config(GoldenLedger.blocks("ordos").get(0)).getConfig().getChannelGroup();
    Consenter before =
        Orderers.parseFrom(
                channel.getGroupsOrThrow("Orderer").getValuesOrThrow("Orderers").getValue())
            .getConsenterMapping(1);
    ConfigGroup ordering =
        ConfigUpdateWriter.renewConsenter(consenter(before.getId(), before.getMspId()))
            .apply(channel)
            .getGroupsOrThrow("Orderer");
    Orderers after = Orderers.parseFrom(ordering.getValuesOrThrow("Orderers").getValue());
    assertEquals(4, after.getConsenterMappingCount());
    assertNotEquals(before.getIdentity(), after.getConsenterMapping(1).getIdentity());
    SignaturePolicyEnvelope policy =
        SignaturePolicyEnvelope.parseFrom(
            ordering.getPoliciesOrThrow("BlockValidation").getPolicy().getValue());
    assertEquals(3, policy.getRule().getNOutOf().getN());
    SerializedIdentity named = SerializedIdentity.parseFrom(policy.getIdentities(1).getPrincipal());
    assertEquals(after.getConsenterMapping(1).getIdentity(), named.getIdBytes());
  }

  @Test
  void refusesToRenewAConsenterOfAnotherOrganisation() throws IOException {
    ConfigGroup channel =
        GoldenChannel.config(GoldenLedger.blocks("ordos").get(0)).getConfig().getChannelGroup();
    UnaryOperator<ConfigGroup> stranger =
        ConfigUpdateWriter.renewConsenter(consenter(1, "NowhereMSP"));
    assertThrows(IllegalArgumentException.class, () -> stranger.apply(channel));
  }

  @Test
  void changesOnlyTheValueThatChanges() throws IOException {
    Config genesis = GoldenChannel.config(GoldenLedger.blocks("ordos").get(0)).getConfig();
    BatchLimits limits = new BatchLimits(25, 10 << 20, 512 << 10, BatchLimits.DEFAULT.timeout());
    ConfigUpdate update =
        ConfigUpdate.parseFrom(
            ConfigUpdateWriter.write(
                    "licence",
                    bytes(genesis.toByteString()),
                    ConfigUpdateWriter.batchLimits(limits))
                .asByteBuffer());
    assertEquals(
        java.util.Set.of("BatchSize"),
        update.getWriteSet().getGroupsOrThrow("Orderer").getValuesMap().keySet());
    assertEquals(
        1,
        update
            .getWriteSet()
            .getGroupsOrThrow("Orderer")
            .getValuesOrThrow("BatchSize")
            .getVersion());
  }

  @Test
  void refusesAnUpdateThatChangesNothing() throws IOException {
    Config genesis = GoldenChannel.config(GoldenLedger.blocks("ordos").get(0)).getConfig();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ConfigUpdateWriter.write(
                "licence", bytes(genesis.toByteString()), UnaryOperator.identity()));
  }
}
