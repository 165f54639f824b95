// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.time.Instant;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/**
 * Block 0 of a channel, as Fabric's own tool writes it; but where that tool leaves the order of map
 * entries to chance, here the same definition makes the same bytes. Stateless.
 */
public final class GenesisBlock {
  /** What Fabric's clients and orderers use. */
  public static final int NONCE_LENGTH = 24;

  /** Fabric's slots for metadata: signatures, last config, transactions, orderer, commit hash. */
  private static final int METADATA_SLOTS = 5;

  private GenesisBlock() {}

  /**
   * The bytes of {@code common.Block} number 0.
   *
   * @param channel what the block defines
   * @param createdAt stands in the channel header
   * @param nonce {@value #NONCE_LENGTH} random bytes
   * @throws IllegalArgumentException if the nonce has another length
   */
  public static Bytes of(ChannelDefinition channel, Instant createdAt, Bytes nonce) {
    if (nonce.length() != NONCE_LENGTH) {
      throw new IllegalArgumentException("a nonce has " + NONCE_LENGTH + " bytes");
    }
    Bytes envelope = envelope(channel, createdAt, nonce);
    ByteString data = ByteString.copyFrom(envelope.asByteBuffer());
    BlockMetadata.Builder metadata = BlockMetadata.newBuilder();
    metadata.addMetadata(
        unsigned(
            OrdererBlockMetadata.newBuilder()
                .setLastConfig(LastConfig.getDefaultInstance())
                .build()));
    for (int slot = 1; slot < METADATA_SLOTS; slot++) {
      metadata.addMetadata(ByteString.EMPTY);
    }
    return bytes(
        Block.newBuilder()
            .setHeader(
                BlockHeader.newBuilder()
                    .setDataHash(
                        ByteString.copyFrom(
                            DigestAlgorithm.SHA_256.digest(envelope).value().asByteBuffer())))
            .setData(BlockData.newBuilder().addData(data))
            .setMetadata(metadata)
            .build());
  }

  private static Bytes envelope(ChannelDefinition channel, Instant createdAt, Bytes nonce) {
    ChannelHeader channelHeader =
        ChannelHeader.newBuilder()
            .setType(HeaderType.CONFIG_VALUE)
            .setVersion(1)
            .setTimestamp(Timestamp.newBuilder().setSeconds(createdAt.getEpochSecond()))
            .setChannelId(channel.channelId())
            // Fabric's rule for every transaction, with an empty creator.
            .setTxId(DigestAlgorithm.SHA_256.digest(nonce).value().hex())
            .build();
    SignatureHeader signatureHeader =
        SignatureHeader.newBuilder().setNonce(ByteString.copyFrom(nonce.asByteBuffer())).build();
    ConfigEnvelope config =
        ConfigEnvelope.newBuilder()
            .setConfig(Config.newBuilder().setChannelGroup(ChannelConfigWriter.channel(channel)))
            .build();
    Payload payload =
        Payload.newBuilder()
            .setHeader(
                Header.newBuilder()
                    .setChannelHeader(channelHeader.toByteString())
                    .setSignatureHeader(signatureHeader.toByteString()))
            .setData(ByteString.copyFrom(bytes(config).asByteBuffer()))
            .build();
    return bytes(
        Envelope.newBuilder()
            .setPayload(ByteString.copyFrom(bytes(payload).asByteBuffer()))
            .build());
  }

  private static ByteString unsigned(MessageLite value) {
    return Metadata.newBuilder().setValue(value.toByteString()).build().toByteString();
  }

  /** Writes map entries in the order of their keys. */
  static Bytes bytes(MessageLite message) {
    byte[] bytes = new byte[message.getSerializedSize()];
    CodedOutputStream output = CodedOutputStream.newInstance(bytes);
    output.useDeterministicSerialization();
    try {
      message.writeTo(output);
      output.checkNoSpaceLeft();
    } catch (IOException e) {
      throw new IllegalStateException("an array of the right size takes the message", e);
    }
    return Bytes.of(bytes);
  }
}
