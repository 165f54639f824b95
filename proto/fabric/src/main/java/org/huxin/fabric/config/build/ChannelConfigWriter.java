// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import static org.huxin.fabric.config.build.PolicyWriter.MOD_POLICY;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.huxin.fabric.access.ChannelConfiguration;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy.Rule;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;
import org.hyperledger.fabric.protos.orderer.ChannelRestrictions;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.orderer.smartbft.Options;
import org.hyperledger.fabric.protos.peer.ACLs;
import org.hyperledger.fabric.protos.peer.APIResource;
import org.hyperledger.fabric.protos.peer.AnchorPeer;
import org.hyperledger.fabric.protos.peer.AnchorPeers;

/** Writes the tree of a channel's configuration, all of version 0. Stateless. */
final class ChannelConfigWriter {
  /** The only width that Fabric knows: all envelopes hashed as one string. */
  private static final int HASH_WIDTH = -1;

  /** What SmartBFT is given when nothing is said; no network needs another value. */
  private static final int BUFFERED_MESSAGES = 200;

  /** Must stand there, and is overridden by the batch size of the channel. */
  private static final int BATCH_COUNT = 100;

  private static final int BATCH_BYTES = 10 << 20;

  private static final int POOLED_REQUESTS = 1000;
  private static final int HEARTBEATS = 10;

  private static final String BATCH_SIZE = "BatchSize";
  private static final String ORDERERS = "Orderers";
  private static final String BLOCK_VALIDATION = "BlockValidation";

  private ChannelConfigWriter() {}

  static ConfigGroup channel(ChannelDefinition channel) {
    ConfigGroup.Builder group = group();
    put(group, "HashingAlgorithm", HashingAlgorithm.newBuilder().setName("SHA256").build());
    put(
        group,
        "BlockDataHashingStructure",
        BlockDataHashingStructure.newBuilder().setWidth(HASH_WIDTH).build());
    put(group, "Capabilities", capability("V3_0"));
    threeImplicitPolicies(group);
    group.putGroups("Orderer", ordering(channel));
    group.putGroups("Application", application(channel));
    return group.build();
  }

  private static ConfigGroup application(ChannelDefinition channel) {
    ConfigGroup.Builder group = group();
    put(group, "Capabilities", capability("V2_5"));
    if (!channel.accessControls().isEmpty()) {
      ACLs.Builder acls = ACLs.newBuilder();
      channel
          .accessControls()
          .forEach(
              (resource, policy) ->
                  acls.putAcls(resource, APIResource.newBuilder().setPolicyRef(policy).build()));
      put(group, "ACLs", acls.build());
    }
    threeImplicitPolicies(group);
    group.putPolicies("Endorsement", PolicyWriter.implicit("Endorsement", Rule.MAJORITY));
    group.putPolicies("LifecycleEndorsement", PolicyWriter.implicit("Endorsement", Rule.MAJORITY));
    for (OrganisationDefinition organisation : channel.organisations()) {
      group.putGroups(organisation.msp().id(), applicationMember(organisation));
    }
    return group.build();
  }

  static ConfigGroup applicationMember(OrganisationDefinition organisation) {
    String id = organisation.msp().id();
    ConfigGroup.Builder group = group();
    put(group, "MSP", msp(organisation.msp()));
    organisation
        .anchorPeer()
        .ifPresent(
            anchor ->
                put(
                    group,
                    "AnchorPeers",
                    AnchorPeers.newBuilder()
                        .addAnchorPeers(
                            AnchorPeer.newBuilder().setHost(anchor.host()).setPort(anchor.port()))
                        .build()));
    group.putPolicies(
        "Readers", PolicyWriter.anyOf(id, MSPRoleType.ADMIN, MSPRoleType.PEER, MSPRoleType.CLIENT));
    group.putPolicies("Writers", PolicyWriter.anyOf(id, MSPRoleType.ADMIN, MSPRoleType.CLIENT));
    group.putPolicies("Admins", PolicyWriter.anyOf(id, MSPRoleType.ADMIN));
    group.putPolicies("Endorsement", PolicyWriter.anyOf(id, MSPRoleType.PEER));
    return group.build();
  }

  private static ConfigGroup ordering(ChannelDefinition channel) {
    BatchLimits batch = channel.batch();
    ConfigGroup.Builder group = group();
    put(group, BATCH_SIZE, batchSize(batch));
    put(
        group,
        "BatchTimeout",
        BatchTimeout.newBuilder().setTimeout(GoDuration.format(batch.timeout())).build());
    put(group, "ChannelRestrictions", ChannelRestrictions.getDefaultInstance());
    put(group, "Capabilities", capability("V2_0"));
    put(
        group,
        "ConsensusType",
        ConsensusType.newBuilder()
            .setType("BFT")
            .setMetadata(smartBft(channel).toByteString())
            .build());
    List<Consenter> consenters =
        channel.consenters().stream().map(ChannelConfigWriter::consenter).toList();
    put(group, ORDERERS, Orderers.newBuilder().addAllConsenterMapping(consenters).build());
    threeImplicitPolicies(group);
    group.putPolicies(BLOCK_VALIDATION, PolicyWriter.blockValidation(channel.quorum(), consenters));
    for (OrganisationDefinition organisation : channel.organisations()) {
      if (!organisation.ordererEndpoints().isEmpty()) {
        group.putGroups(organisation.msp().id(), ordererMember(organisation));
      }
    }
    return group.build();
  }

  static ConfigGroup withBatchLimits(ConfigGroup ordering, BatchLimits limits) {
    ConfigGroup.Builder group = ordering.toBuilder();
    put(group, BATCH_SIZE, batchSize(limits));
    return group.build();
  }

  static ConfigGroup withConsenter(
      ConfigGroup ordering, OrganisationDefinition organisation, ConsenterDefinition consenter) {
    List<Consenter> consenters = new ArrayList<>(consenters(ordering));
    consenters.add(consenter(consenter));
    if (consenters.stream().map(Consenter::getId).distinct().count() < consenters.size()) {
      throw new IllegalArgumentException("two consenters have one id");
    }
    return withConsenters(ordering, consenters).toBuilder()
        .putGroups(organisation.msp().id(), ordererMember(organisation))
        .build();
  }

  /** The group with another consenter in the place of that of the same id and organisation. */
  static ConfigGroup withRenewedConsenter(ConfigGroup ordering, ConsenterDefinition consenter) {
    List<Consenter> consenters = new ArrayList<>(consenters(ordering));
    for (int i = 0; i < consenters.size(); i++) {
      if (consenters.get(i).getId() == consenter.id()
          && consenters.get(i).getMspId().equals(consenter.mspId())) {
        consenters.set(i, consenter(consenter));
        return withConsenters(ordering, consenters);
      }
    }
    throw new IllegalArgumentException("no consenter of the organisation has this id");
  }

  private static List<Consenter> consenters(ConfigGroup ordering) {
    try {
      return Orderers.parseFrom(ordering.getValuesOrThrow(ORDERERS).getValue())
          .getConsenterMappingList();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("the consenters cannot be read", e);
    }
  }

  /** The policy of blocks names the consenters' certificates, so both change together. */
  private static ConfigGroup withConsenters(ConfigGroup ordering, List<Consenter> consenters) {
    ConfigGroup.Builder group = ordering.toBuilder();
    put(group, ORDERERS, Orderers.newBuilder().addAllConsenterMapping(consenters).build());
    group.putPolicies(
        BLOCK_VALIDATION,
        PolicyWriter.blockValidation(ChannelConfiguration.quorum(consenters.size()), consenters));
    return group.build();
  }

  private static ConfigGroup ordererMember(OrganisationDefinition organisation) {
    String id = organisation.msp().id();
    ConfigGroup.Builder group = group();
    put(group, "MSP", msp(organisation.msp()));
    OrdererAddresses.Builder endpoints = OrdererAddresses.newBuilder();
    organisation.ordererEndpoints().forEach(e -> endpoints.addAddresses(e.toString()));
    put(group, "Endpoints", endpoints.build());
    group.putPolicies("Readers", PolicyWriter.anyOf(id, MSPRoleType.MEMBER));
    group.putPolicies("Writers", PolicyWriter.anyOf(id, MSPRoleType.ORDERER, MSPRoleType.ADMIN));
    group.putPolicies("Admins", PolicyWriter.anyOf(id, MSPRoleType.ADMIN));
    return group.build();
  }

  private static Options smartBft(ChannelDefinition channel) {
    SmartBftTimes times = channel.times();
    return Options.newBuilder()
        .setRequestBatchMaxCount(BATCH_COUNT)
        .setRequestBatchMaxBytes(BATCH_BYTES)
        .setRequestBatchMaxInterval(text(times.batchInterval()))
        .setIncomingMessageBufferSize(BUFFERED_MESSAGES)
        .setRequestPoolSize(POOLED_REQUESTS)
        .setRequestForwardTimeout(text(times.requestForward()))
        .setRequestComplainTimeout(text(times.requestComplain()))
        .setRequestAutoRemoveTimeout(text(times.requestAutoRemove()))
        .setViewChangeResendInterval(text(times.viewChangeResend()))
        .setViewChangeTimeout(text(times.viewChange()))
        .setLeaderHeartbeatTimeout(text(times.leaderHeartbeat()))
        .setLeaderHeartbeatCount(HEARTBEATS)
        .setCollectTimeout(text(times.collect()))
        .build();
  }

  private static String text(Duration duration) {
    return GoDuration.format(duration);
  }

  private static BatchSize batchSize(BatchLimits batch) {
    return BatchSize.newBuilder()
        .setMaxMessageCount(batch.maxMessageCount())
        .setAbsoluteMaxBytes(batch.absoluteMaxBytes())
        .setPreferredMaxBytes(batch.preferredMaxBytes())
        .build();
  }

  private static Consenter consenter(ConsenterDefinition consenter) {
    return Consenter.newBuilder()
        .setId(consenter.id())
        .setHost(consenter.cluster().host())
        .setPort(consenter.cluster().port())
        .setMspId(consenter.mspId())
        .setIdentity(ByteString.copyFromUtf8(consenter.identity()))
        .setClientTlsCert(ByteString.copyFromUtf8(consenter.clientTls()))
        .setServerTlsCert(ByteString.copyFromUtf8(consenter.serverTls()))
        .build();
  }

  private static MSPConfig msp(MspDefinition msp) {
    FabricMSPConfig.Builder config =
        FabricMSPConfig.newBuilder()
            .setName(msp.id())
            .setCryptoConfig(
                FabricCryptoConfig.newBuilder()
                    .setSignatureHashFamily("SHA2")
                    .setIdentityIdentifierHashFunction("SHA256"))
            .setFabricNodeOus(
                FabricNodeOUs.newBuilder()
                    .setEnable(true)
                    .setClientOuIdentifier(unit("client", msp))
                    .setPeerOuIdentifier(unit("peer", msp))
                    .setAdminOuIdentifier(unit("admin", msp))
                    .setOrdererOuIdentifier(unit("orderer", msp)));
    msp.rootCertificates().forEach(c -> config.addRootCerts(ByteString.copyFromUtf8(c)));
    msp.intermediateCertificates()
        .forEach(c -> config.addIntermediateCerts(ByteString.copyFromUtf8(c)));
    msp.tlsRootCertificates().forEach(c -> config.addTlsRootCerts(ByteString.copyFromUtf8(c)));
    msp.revocationLists().forEach(c -> config.addRevocationList(ByteString.copyFromUtf8(c)));
    return MSPConfig.newBuilder().setConfig(config.build().toByteString()).build();
  }

  private static FabricOUIdentifier unit(String name, MspDefinition msp) {
    FabricOUIdentifier.Builder unit =
        FabricOUIdentifier.newBuilder().setOrganizationalUnitIdentifier(name);
    msp.unitAuthority().ifPresent(c -> unit.setCertificate(ByteString.copyFromUtf8(c)));
    return unit.build();
  }

  private static Capabilities capability(String name) {
    return Capabilities.newBuilder().putCapabilities(name, Capability.getDefaultInstance()).build();
  }

  private static void threeImplicitPolicies(ConfigGroup.Builder group) {
    group.putPolicies("Readers", PolicyWriter.implicit("Readers", Rule.ANY));
    group.putPolicies("Writers", PolicyWriter.implicit("Writers", Rule.ANY));
    group.putPolicies("Admins", PolicyWriter.implicit("Admins", Rule.MAJORITY));
  }

  private static ConfigGroup.Builder group() {
    return ConfigGroup.newBuilder().setModPolicy(MOD_POLICY);
  }

  private static void put(ConfigGroup.Builder group, String name, MessageLite value) {
    group.putValues(
        name,
        ConfigValue.newBuilder().setModPolicy(MOD_POLICY).setValue(value.toByteString()).build());
  }
}
