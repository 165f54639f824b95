// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.block.BlockHashes;
import org.huxin.fabric.config.build.ConfigUpdateWriter;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigSignature;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/**
 * A change of the recorded network's configuration, made into the block that consenters would agree
 * on; each step can be made wrong. For one thread.
 */
public final class ConfigChange {
  private static final List<String> CITIES = List.of("Ordos", "Hohhot", "Baotou", "Ulanqab");
  private static final String CHANNEL = "licence";
  private static final ByteString NONCE = ByteString.copyFrom(new byte[24]);

  private final Block before;
  private final Config current;
  private ConfigUpdate update = ConfigUpdate.getDefaultInstance();
  private List<String> administrators = CITIES.subList(0, 3);
  private String signer = "admin";
  private Config result = Config.getDefaultInstance();
  private HeaderType updateType = HeaderType.CONFIG_UPDATE;
  private Optional<ByteString> otherUpdate = Optional.empty();

  /**
   * Changes the configuration of a block.
   *
   * @param change what is done to the channel's group, versions left alone
   */
  public ConfigChange(Block before, UnaryOperator<ConfigGroup> change) {
    this.before = before;
    this.current = config(before);
    Bytes config = Bytes.of(current.toByteString().asReadOnlyByteBuffer());
    try {
      update =
          ConfigUpdate.parseFrom(ConfigUpdateWriter.write(CHANNEL, config, change).asByteBuffer());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
    result =
        current.toBuilder()
            .setSequence(current.getSequence() + 1)
            .setChannelGroup(applied(current.getChannelGroup(), update.getWriteSet()))
            .build();
  }

  /** The configuration that a block holds. */
  public static Config config(Block block) {
    try {
      Payload payload =
          Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
      return ConfigEnvelope.parseFrom(payload.getData()).getConfig();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is written over what is there; a group with another version lists all its members. */
  private static ConfigGroup applied(ConfigGroup before, ConfigGroup written) {
    ConfigGroup.Builder group = before.toBuilder();
    if (written.getVersion() != before.getVersion()) {
      group.clear().setVersion(written.getVersion()).setModPolicy(written.getModPolicy());
    }
    written
        .getValuesMap()
        .forEach(
            (name, value) ->
                group.putValues(
                    name, value.getModPolicy().isEmpty() ? before.getValuesOrThrow(name) : value));
    written
        .getPoliciesMap()
        .forEach(
            (name, policy) ->
                group.putPolicies(
                    name,
                    policy.getModPolicy().isEmpty() ? before.getPoliciesOrThrow(name) : policy));
    written
        .getGroupsMap()
        .forEach(
            (name, child) ->
                group.putGroups(name, applied(before.getGroupsOrDefault(name, child), child)));
    return group.build();
  }

  /** The cities whose administrators sign. */
  public ConfigChange signedBy(String... cities) {
    administrators = List.of(cities);
    return this;
  }

  /** Another identity than the administrators signs. */
  public ConfigChange signedAs(String name) {
    signer = name;
    return this;
  }

  /** Changes the update before it is signed. */
  public ConfigChange update(UnaryOperator<ConfigUpdate.Builder> change) {
    update = change.apply(update.toBuilder()).build();
    return this;
  }

  /** Changes the configuration that the block holds. */
  public ConfigChange result(UnaryOperator<Config.Builder> change) {
    result = change.apply(result.toBuilder()).build();
    return this;
  }

  /** Sends the update under another type. */
  public ConfigChange updateType(HeaderType type) {
    updateType = type;
    return this;
  }

  /** Puts other bytes in the place of the signed update. */
  public ConfigChange lastUpdate(ByteString bytes) {
    otherUpdate = Optional.of(bytes);
    return this;
  }

  private ByteString lastUpdate() {
    return otherUpdate.orElseGet(() -> signedUpdate().toByteString());
  }

  private Envelope signedUpdate() {
    ConfigUpdateEnvelope.Builder signed =
        ConfigUpdateEnvelope.newBuilder().setConfigUpdate(update.toByteString());
    for (String city : administrators) {
      ByteString about =
          SignatureHeader.newBuilder()
              .setCreator(GoldenKeys.identity(city, signer))
              .setNonce(NONCE)
              .build()
              .toByteString();
      signed.addSignatures(
          ConfigSignature.newBuilder()
              .setSignatureHeader(about)
              .setSignature(GoldenKeys.sign(city, signer, about.concat(signed.getConfigUpdate()))));
    }
    return envelope("Ordos", "admin", updateType, signed.build().toByteString());
  }

  private static Envelope envelope(String city, String name, HeaderType type, ByteString data) {
    Header header =
        Header.newBuilder()
            .setChannelHeader(
                ChannelHeader.newBuilder()
                    .setType(type.getNumber())
                    .setChannelId(CHANNEL)
                    .build()
                    .toByteString())
            .setSignatureHeader(
                SignatureHeader.newBuilder()
                    .setCreator(GoldenKeys.identity(city, name))
                    .setNonce(NONCE)
                    .build()
                    .toByteString())
            .build();
    ByteString payload =
        Payload.newBuilder().setHeader(header).setData(data).build().toByteString();
    return Envelope.newBuilder()
        .setPayload(payload)
        .setSignature(GoldenKeys.sign(city, name, payload))
        .build();
  }

  /** The configuration transaction, as an orderer makes and signs it. */
  public Envelope transaction() {
    ByteString config =
        ConfigEnvelope.newBuilder()
            .setConfig(result)
            .build()
            .toByteString()
            .concat(lengthDelimited(ConfigEnvelope.LAST_UPDATE_FIELD_NUMBER, lastUpdate()));
    return envelope("Ordos", "orderer0", HeaderType.CONFIG, config);
  }

  private static ByteString lengthDelimited(int field, ByteString value) {
    return UnknownFieldSet.newBuilder()
        .addField(field, UnknownFieldSet.Field.newBuilder().addLengthDelimited(value).build())
        .build()
        .toByteString();
  }

  /** The block after the one before, signed by three of the four consenters. */
  public Block block() {
    return block(List.of(transaction().toByteString()), before.getHeader().getNumber() + 1);
  }

  /** A block of these transactions, signed alike. */
  public Block block(List<ByteString> transactions, long lastConfig) {
    return signedBlock(before, transactions, lastConfig);
  }

  /** The block after a given one, of these transactions, signed by three of the consenters. */
  public static Block signedBlock(Block before, List<ByteString> transactions, long lastConfig) {
    BlockData data = BlockData.newBuilder().addAllData(transactions).build();
    BlockHeader header =
        BlockHeader.newBuilder()
            .setNumber(before.getHeader().getNumber() + 1)
            .setPreviousHash(BlockHashes.header(before.getHeader()))
            .setDataHash(BlockHashes.data(data))
            .build();
    ByteString value =
        OrdererBlockMetadata.newBuilder()
            .setLastConfig(LastConfig.newBuilder().setIndex(lastConfig))
            .build()
            .toByteString();
    List<MetadataSignature> signatures = new ArrayList<>();
    for (int id = 1; id <= 3; id++) {
      ByteString about =
          IdentifierHeader.newBuilder().setIdentifier(id).setNonce(NONCE).build().toByteString();
      ByteString signed = value.concat(about).concat(BlockHashes.headerBytes(header));
      signatures.add(
          MetadataSignature.newBuilder()
              .setIdentifierHeader(about)
              .setSignature(GoldenKeys.sign(CITIES.get(id - 1), "orderer0", signed))
              .build());
    }
    BlockMetadata.Builder metadata =
        BlockMetadata.newBuilder()
            .addMetadata(
                Metadata.newBuilder()
                    .setValue(value)
                    .addAllSignatures(signatures)
                    .build()
                    .toByteString());
    for (int slot = 1; slot < 5; slot++) {
      metadata.addMetadata(ByteString.EMPTY);
    }
    return Block.newBuilder().setHeader(header).setData(data).setMetadata(metadata).build();
  }
}
