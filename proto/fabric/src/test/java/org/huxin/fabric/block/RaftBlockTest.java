// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.GoldenKeys;
import org.huxin.fabric.access.ConfigurationInForce;
import org.huxin.fabric.config.build.GenesisBlock;
import org.huxin.fabric.config.build.GoldenChannel;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Channels ordered by Raft: our own genesis block with the consensus type, the policy for blocks
 * and the capability that such a channel has.
 */
final class RaftBlockTest {
  private static final BlockData DATA =
      BlockData.newBuilder()
          .addData(
              Envelope.newBuilder()
                  .setPayload(ByteString.copyFromUtf8("payload"))
                  .setSignature(ByteString.copyFromUtf8("signature"))
                  .build()
                  .toByteString())
          .build();

  private static Block genesis() {
    try {
      return Block.parseFrom(
          GenesisBlock.of(
                  GoldenChannel.definition(),
                  Instant.EPOCH,
                  Bytes.of(new byte[GenesisBlock.NONCE_LENGTH]))
              .asByteBuffer());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConfigurationInForce raft(String capability) {
    try {
      Envelope envelope = Envelope.parseFrom(genesis().getData().getData(0));
      Payload payload = Payload.parseFrom(envelope.getPayload());
      ConfigEnvelope config = ConfigEnvelope.parseFrom(payload.getData());
      ConfigGroup channel = config.getConfig().getChannelGroup();
      ConfigGroup changed =
          channel.toBuilder()
              .putValues(
                  "Capabilities",
                  value(
                      Capabilities.newBuilder()
                          .putCapabilities(capability, Capability.getDefaultInstance())
                          .build()
                          .toByteString()))
              .putGroups("Orderer", raft(channel.getGroupsOrThrow("Orderer")))
              .build();
      ConfigEnvelope.Builder next = config.toBuilder();
      next.getConfigBuilder().setChannelGroup(changed);
      Envelope changedEnvelope =
          envelope.toBuilder()
              .setPayload(
                  payload.toBuilder().setData(next.build().toByteString()).build().toByteString())
              .build();
      return new ConfigurationInForce(
          genesis().toBuilder()
              .setData(BlockData.newBuilder().addData(changedEnvelope.toByteString()))
              .build());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConfigGroup raft(ConfigGroup orderer) {
    return orderer.toBuilder()
        .putValues(
            "ConsensusType",
            value(ConsensusType.newBuilder().setType("etcdraft").build().toByteString()))
        .removeValues("Orderers")
        .putPolicies(
            "BlockValidation",
            ConfigPolicy.newBuilder()
                .setModPolicy("Admins")
                .setPolicy(
                    Policy.newBuilder()
                        .setType(Policy.PolicyType.IMPLICIT_META_VALUE)
                        .setValue(
                            ImplicitMetaPolicy.newBuilder()
                                .setRule(ImplicitMetaPolicy.Rule.ANY)
                                .setSubPolicy("Writers")
                                .build()
                                .toByteString()))
                .build())
        .build();
  }

  private static ConfigValue value(ByteString bytes) {
    return ConfigValue.newBuilder().setModPolicy("Admins").setValue(bytes).build();
  }

  private static BlockHeader header() {
    return BlockHeader.newBuilder()
        .setNumber(1)
        .setPreviousHash(BlockHashes.header(genesis().getHeader()))
        .setDataHash(BlockHashes.data(DATA))
        .build();
  }

  private static ByteString value() {
    return OrdererBlockMetadata.getDefaultInstance().toByteString();
  }

  private static MetadataSignature byIdentity(String city, String name) {
    ByteString about =
        SignatureHeader.newBuilder()
            .setCreator(GoldenKeys.identity(city, name))
            .build()
            .toByteString();
    return MetadataSignature.newBuilder()
        .setSignatureHeader(about)
        .setSignature(GoldenKeys.sign(city, name, signed(about)))
        .build();
  }

  private static MetadataSignature byId(int id, String city) {
    ByteString about = IdentifierHeader.newBuilder().setIdentifier(id).build().toByteString();
    return MetadataSignature.newBuilder()
        .setIdentifierHeader(about)
        .setSignature(GoldenKeys.sign(city, "orderer0", signed(about)))
        .build();
  }

  private static ByteString signed(ByteString about) {
    return value().concat(about).concat(BlockHashes.headerBytes(header()));
  }

  private static List<Integer> verify(ConfigurationInForce inForce, MetadataSignature... by) {
    BlockMetadata.Builder metadata =
        BlockMetadata.newBuilder()
            .addMetadata(
                Metadata.newBuilder()
                    .setValue(value())
                    .addAllSignatures(List.of(by))
                    .build()
                    .toByteString());
    for (int slot = 1; slot < 5; slot++) {
      metadata.addMetadata(ByteString.EMPTY);
    }
    Block block =
        Block.newBuilder().setHeader(header()).setData(DATA).setMetadata(metadata).build();
    return new BlockVerifier(inForce).verify(block, genesis().getHeader());
  }

  private static void refused(ConfigurationInForce inForce, MetadataSignature... by) {
    assertEquals(
        BlockRefusal.BLOCK_SIGNATURE_QUORUM,
        assertThrows(BlockRefusedException.class, () -> verify(inForce, by)).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"V2_0", "V3_0"})
  void oneOrdererOfAnyMemberIsEnough(String capability) {
    ConfigurationInForce inForce = raft(capability);
    assertEquals(List.of(), verify(inForce, byIdentity("Ordos", "orderer0")));
    assertEquals(
        List.of(),
        verify(inForce, byIdentity("Ordos", "client"), byIdentity("Hohhot", "orderer0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"V2_0", "V3_0"})
  void whoIsNoWriterOfTheOrderersSignsNoBlock(String capability) {
    ConfigurationInForce inForce = raft(capability);
    refused(inForce);
    refused(inForce, byIdentity("Ordos", "peer0"));
    refused(inForce, byIdentity("Ordos", "client"));
    refused(inForce, byIdentity("Ordos", "foreign"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"V2_0", "V3_0"})
  void aRaftChannelHasNoConsentersByNumber(String capability) {
    refused(raft(capability), byId(1, "Ordos"), byId(2, "Hohhot"), byId(3, "Baotou"));
  }

  @Test
  void consentersUnderBftMaySignByTheirIdentities() {
    ConfigurationInForce inForce = new ConfigurationInForce(genesis());
    assertEquals(
        List.of(3, 1, 2),
        verify(
            inForce,
            byIdentity("Baotou", "orderer0"),
            byId(1, "Ordos"),
            byIdentity("Hohhot", "orderer0")));
    refused(inForce, byId(1, "Ordos"), byIdentity("Ordos", "orderer0"), byId(2, "Hohhot"));
    refused(inForce, byIdentity("Ordos", "admin"), byId(1, "Ordos"), byId(2, "Hohhot"));
  }
}
