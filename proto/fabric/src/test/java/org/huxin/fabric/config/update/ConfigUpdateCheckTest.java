// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.huxin.fabric.ConfigChange;
import org.huxin.fabric.GoldenKeys;
import org.huxin.fabric.GoldenLedger;
import org.huxin.fabric.block.BlockRefusal;
import org.huxin.fabric.block.BlockRefusedException;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.fabric.config.build.BatchLimits;
import org.huxin.fabric.config.build.ConfigUpdateWriter;
import org.huxin.fabric.validation.LedgerReplay;
import org.huxin.fabric.validation.ReplayedBlock;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Blocks that three of the four consenters have signed, whose configuration changes what it should
 * or should not.
 */
final class ConfigUpdateCheckTest {
  private static final Block GENESIS = GoldenLedger.blocks("ordos").get(0);
  private static final UnaryOperator<ConfigGroup> LARGER_BATCHES =
      ConfigUpdateWriter.batchLimits(
          new BatchLimits(25, 10 << 20, 512 << 10, Duration.ofSeconds(2)));

  private static ConfigChange largerBatches() {
    return new ConfigChange(GENESIS, LARGER_BATCHES);
  }

  private static ReplayedBlock replay(Block... blocks) {
    LedgerBlock genesis = new LedgerBlock(GENESIS);
    LedgerReplay replay = LedgerReplay.begin(genesis, genesis.headerHash());
    ReplayedBlock last = replay.genesis();
    for (Block block : blocks) {
      last = replay.next(new LedgerBlock(block));
    }
    return last;
  }

  private static void refused(BlockRefusal code, ConfigChange change) {
    refused(code, change.block());
  }

  private static void refused(BlockRefusal code, Block... blocks) {
    assertEquals(code, assertThrows(BlockRefusedException.class, () -> replay(blocks)).code());
  }

  private static UnaryOperator<ConfigGroup> in(
      String section, UnaryOperator<ConfigGroup.Builder> change) {
    return channel ->
        channel.toBuilder()
            .putGroups(section, change.apply(channel.getGroupsOrThrow(section).toBuilder()).build())
            .build();
  }

  private static UnaryOperator<ConfigUpdate.Builder> writing(
      UnaryOperator<ConfigGroup.Builder> change) {
    return update -> update.setWriteSet(in("Orderer", change).apply(update.getWriteSet()));
  }

  private static UnaryOperator<ConfigGroup.Builder> batchSize(
      UnaryOperator<ConfigValue.Builder> change) {
    return group ->
        group.putValues(
            "BatchSize", change.apply(group.getValuesOrThrow("BatchSize").toBuilder()).build());
  }

  @Test
  void aChangeThatMostAdministratorsSignedComesIntoForce() {
    Block first = largerBatches().block();
    assertEquals(List.of(1, 2, 3), replay(first).signers());
    Block second =
        new ConfigChange(
                first,
                ConfigUpdateWriter.batchLimits(
                    new BatchLimits(30, 10 << 20, 512 << 10, Duration.ofSeconds(2))))
            .block();
    assertEquals(2, replay(first, second).number());
  }

  @Test
  void aQuorumOfConsentersCannotRemoveAMember() {
    UnaryOperator<ConfigGroup> without =
        in("Application", group -> group.removeGroups("UlanqabMSP"));
    refused(BlockRefusal.CONFIG_UPDATE_SIGNATURES, new ConfigChange(GENESIS, without).signedBy());
    refused(
        BlockRefusal.CONFIG_UPDATE_SIGNATURES,
        new ConfigChange(GENESIS, without).signedAs("orderer0"));
    replay(new ConfigChange(GENESIS, without).block());
  }

  @Test
  void aQuorumOfConsentersCannotPutAnotherConfigurationUnderASignedUpdate() {
    UnaryOperator<ConfigGroup> without =
        in("Application", group -> group.removeGroups("UlanqabMSP"));
    refused(
        BlockRefusal.CONFIG_UPDATE_RESULT,
        largerBatches()
            .result(config -> config.setChannelGroup(without.apply(config.getChannelGroup()))));
  }

  @Test
  void refusesTooFewAdministratorsAndWhoIsNone() {
    refused(BlockRefusal.CONFIG_UPDATE_SIGNATURES, largerBatches().signedBy("Ordos", "Hohhot"));
    refused(
        BlockRefusal.CONFIG_UPDATE_SIGNATURES,
        largerBatches().signedBy("Ordos", "Hohhot", "Hohhot"));
    refused(BlockRefusal.CONFIG_UPDATE_SIGNATURES, largerBatches().signedAs("client"));
  }

  @Test
  void asksTheAdministratorsOfBeforeAndNotThoseThatTheUpdateMakes() {
    // The update itself would let any one administrator change the orderers.
    ConfigChange change =
        new ConfigChange(
                GENESIS,
                in(
                    "Orderer",
                    group -> group.putPolicies("Admins", group.getPoliciesOrThrow("Readers"))))
            .signedBy("Ordos");
    refused(BlockRefusal.CONFIG_UPDATE_SIGNATURES, change);
  }

  @Test
  void refusesASignatureOverAnotherUpdate() {
    Block good = largerBatches().block();
    Block other =
        new ConfigChange(
                GENESIS,
                ConfigUpdateWriter.batchLimits(
                    new BatchLimits(26, 10 << 20, 512 << 10, Duration.ofSeconds(2))))
            .block();
    ConfigChange mixed = largerBatches().result(unused -> ConfigChange.config(other).toBuilder());
    assertEquals(1, replay(good).number());
    refused(BlockRefusal.CONFIG_UPDATE_RESULT, mixed);
  }

  @Test
  void refusesAnotherSequence() {
    refused(
        BlockRefusal.CONFIG_UPDATE_SEQUENCE,
        largerBatches().result(config -> config.setSequence(config.getSequence() + 1)));
  }

  @Test
  void refusesAnUpdateOfAnotherChannel() {
    refused(
        BlockRefusal.CONFIG_UPDATE_CHANNEL,
        largerBatches().update(update -> update.setChannelId("another")));
  }

  @Test
  void refusesWhatIsNoUpdate() {
    refused(BlockRefusal.CONFIG_UPDATE_UNREADABLE, largerBatches().updateType(HeaderType.CONFIG));
    refused(
        BlockRefusal.CONFIG_UPDATE_UNREADABLE,
        largerBatches()
            .update(writing(group -> group.putValues("a/b", ConfigValue.getDefaultInstance()))));
  }

  @Test
  void refusesAnUpdateThatReliesOnAnotherVersionOrOnNothing() {
    refused(
        BlockRefusal.CONFIG_UPDATE_READ_SET,
        largerBatches()
            .update(
                update ->
                    update.setReadSet(
                        in("Orderer", group -> group.setVersion(7)).apply(reads(update)))));
    refused(
        BlockRefusal.CONFIG_UPDATE_READ_SET,
        largerBatches()
            .update(
                update ->
                    update.setReadSet(
                        in(
                                "Orderer",
                                group ->
                                    group.putValues("Nothing", ConfigValue.getDefaultInstance()))
                            .apply(reads(update)))));
  }

  private static ConfigGroup reads(ConfigUpdate.Builder update) {
    return update.getReadSet();
  }

  @Test
  void refusesAnUpdateWithoutEffect() {
    refused(
        BlockRefusal.CONFIG_UPDATE_EMPTY,
        largerBatches().update(update -> update.setWriteSet(update.getReadSet())));
    refused(
        BlockRefusal.CONFIG_UPDATE_EMPTY,
        largerBatches().update(ConfigUpdate.Builder::clearWriteSet));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2})
  void refusesAnElementOfAnotherVersionThanTheNext(long version) {
    refused(
        BlockRefusal.CONFIG_UPDATE_VERSION,
        largerBatches().update(writing(batchSize(value -> value.setVersion(version)))));
  }

  @Test
  void refusesANewElementThatWasChangedBefore() {
    refused(
        BlockRefusal.CONFIG_UPDATE_VERSION,
        largerBatches()
            .update(
                writing(
                    group ->
                        group.putValues(
                            "Another",
                            ConfigValue.newBuilder()
                                .setModPolicy("Admins")
                                .setVersion(1)
                                .build()))));
  }

  @Test
  void aNewElementThatNoGroupListsIsNoPartOfTheResult() {
    ConfigChange change =
        largerBatches()
            .update(
                writing(
                    group ->
                        group.putValues(
                            "Another", ConfigValue.newBuilder().setModPolicy("Admins").build())));
    assertEquals(1, replay(change.block()).number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "/", "..", "Admins/"})
  void refusesAnElementWithoutAPolicyForChanges(String policy) {
    refused(
        BlockRefusal.CONFIG_UPDATE_MOD_POLICY,
        largerBatches().update(writing(batchSize(value -> value.setModPolicy(policy)))));
  }

  @Test
  void refusesAChangeOfAnElementWhosePolicyIsNone() {
    Block first =
        new ConfigChange(GENESIS, in("Orderer", batchSize(value -> value.setModPolicy("Nobody"))))
            .block();
    refused(
        BlockRefusal.CONFIG_UPDATE_MOD_POLICY,
        first,
        new ConfigChange(first, LARGER_BATCHES).block());
  }

  @Test
  void followsAPolicyByItsPathFromTheRoot() {
    Block first =
        new ConfigChange(
                GENESIS,
                in(
                    "Orderer",
                    batchSize(value -> value.setModPolicy("/Channel/Application/OrdosMSP/Admins"))))
            .block();
    assertEquals(
        2,
        replay(first, new ConfigChange(first, LARGER_BATCHES).signedBy("Ordos").block()).number());
    refused(
        BlockRefusal.CONFIG_UPDATE_SIGNATURES,
        first,
        new ConfigChange(first, LARGER_BATCHES).signedBy("Hohhot").block());
  }

  private static ConfigGroup.Builder fewerConsenters(ConfigGroup.Builder group) {
    ConfigValue.Builder value = group.getValuesOrThrow("Orderers").toBuilder();
    Orderers.Builder orderers = orderers(value);
    return group.putValues(
        "Orderers",
        value.setValue(orderers.removeConsenterMapping(3).build().toByteString()).build());
  }

  private static Orderers.Builder orderers(ConfigValue.Builder value) {
    try {
      return Orderers.parseFrom(value.getValue()).toBuilder();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesConsentersThatThePolicyForBlocksDoesNotName() {
    refused(
        BlockRefusal.CONFIG_UPDATE_BLOCK_VALIDATION,
        new ConfigChange(GENESIS, in("Orderer", ConfigUpdateCheckTest::fewerConsenters)));
  }

  @Test
  void refusesAPolicyForBlocksThatOneConsenterSatisfies() {
    refused(
        BlockRefusal.CONFIG_UPDATE_BLOCK_VALIDATION,
        new ConfigChange(
            GENESIS,
            in(
                "Orderer",
                group ->
                    group.putPolicies("BlockValidation", group.getPoliciesOrThrow("Writers")))));
  }

  @Test
  void refusesAnotherMspInTheSameGroup() {
    refused(
        BlockRefusal.CONFIG_UPDATE_ORGANISATION,
        new ConfigChange(GENESIS, in("Application", ConfigUpdateCheckTest::renamedMsp))
            .signedBy("Ulanqab"));
  }

  private static ConfigGroup.Builder renamedMsp(ConfigGroup.Builder group) {
    ConfigGroup.Builder member = group.getGroupsOrThrow("UlanqabMSP").toBuilder();
    try {
      MSPConfig msp = MSPConfig.parseFrom(member.getValuesOrThrow("MSP").getValue());
      ByteString renamed =
          FabricMSPConfig.parseFrom(msp.getConfig()).toBuilder()
              .setName("OtherMSP")
              .build()
              .toByteString();
      return group.putGroups(
          "UlanqabMSP",
          member
              .putValues(
                  "MSP",
                  member.getValuesOrThrow("MSP").toBuilder()
                      .setValue(msp.toBuilder().setConfig(renamed).build().toByteString())
                      .build())
              .build());
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesAConfigurationThatPeersRefuse() {
    refused(
        BlockRefusal.BLOCK_CONFIGURATION,
        new ConfigChange(
            GENESIS,
            in(
                "Application",
                group ->
                    group.putPolicies(
                        "Endorsement",
                        ConfigPolicy.newBuilder()
                            .setModPolicy("Admins")
                            .setPolicy(Policy.newBuilder().setType(2))
                            .build()))));
  }

  @Test
  void cannotTellWhatAnUnknownCapabilityMeans() {
    refused(
        BlockRefusal.BLOCK_CAPABILITY,
        new ConfigChange(
            GENESIS,
            channel ->
                channel.toBuilder()
                    .putValues(
                        "Capabilities",
                        channel.getValuesOrThrow("Capabilities").toBuilder()
                            .setValue(
                                Capabilities.newBuilder()
                                    .putCapabilities("V3_0", Capability.getDefaultInstance())
                                    .putCapabilities("V9_0", Capability.getDefaultInstance())
                                    .build()
                                    .toByteString())
                            .build())
                    .build()));
  }

  @Test
  void refusesAConfigurationTransactionThatIsNotValidOrNotAlone() {
    ByteString transaction = largerBatches().transaction().toByteString();
    refused(
        BlockRefusal.CONFIG_TRANSACTION,
        largerBatches().block(List.of(transaction, transaction), 0));
    refused(BlockRefusal.CONFIG_TRANSACTION, largerBatches().block(List.of(unsigned()), 1));
  }

  private static ByteString unsigned() {
    return largerBatches().transaction().toBuilder()
        .setSignature(GoldenKeys.sign("Ordos", "orderer0", ByteString.copyFromUtf8("another")))
        .build()
        .toByteString();
  }

  @Test
  void anEmptyConfigurationIsNone() {
    refused(
        BlockRefusal.CONFIG_UPDATE_SEQUENCE, largerBatches().result(unused -> Config.newBuilder()));
  }
}
