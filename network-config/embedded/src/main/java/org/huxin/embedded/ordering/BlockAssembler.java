// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ordering;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.block.BlockHashes;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;

/** Makes blocks as SmartBFT orderers do: with the signatures of a quorum over their headers. */
final class BlockAssembler {
  private static final int NONCE_LENGTH = 24;

  /** Fields of SmartBFT's ViewMetadata; the view stays 0, since no leader ever changes here. */
  private static final int LATEST_SEQUENCE = 2;

  private static final int DECISIONS_IN_VIEW = 3;

  private final SecureRandom random;

  BlockAssembler(SecureRandom random) {
    this.random = random;
  }

  Block assemble(
      long number,
      ByteString previousHash,
      List<ByteString> envelopes,
      long lastConfig,
      List<Consenter> signers) {
    BlockData data = BlockData.newBuilder().addAllData(envelopes).build();
    BlockHeader header =
        BlockHeader.newBuilder()
            .setNumber(number)
            .setPreviousHash(previousHash)
            .setDataHash(BlockHashes.data(data))
            .build();
    ByteString config = LastConfig.newBuilder().setIndex(lastConfig).build().toByteString();
    BlockMetadata metadata =
        BlockMetadata.newBuilder()
            .addMetadata(signatures(header, lastConfig, signers).toByteString())
            .addMetadata(Metadata.newBuilder().setValue(config).build().toByteString())
            .addMetadata(ByteString.EMPTY)
            .addMetadata(ByteString.EMPTY)
            .addMetadata(ByteString.EMPTY)
            .build();
    return Block.newBuilder().setHeader(header).setData(data).setMetadata(metadata).build();
  }

  private Metadata signatures(BlockHeader header, long lastConfig, List<Consenter> signers) {
    ByteString value =
        OrdererBlockMetadata.newBuilder()
            .setLastConfig(LastConfig.newBuilder().setIndex(lastConfig))
            .setConsenterMetadata(viewMetadata(header.getNumber()))
            .build()
            .toByteString();
    ByteString headerBytes = BlockHashes.headerBytes(header);
    Metadata.Builder metadata = Metadata.newBuilder().setValue(value);
    for (Consenter signer : signers) {
      byte[] nonce = new byte[NONCE_LENGTH];
      random.nextBytes(nonce);
      ByteString identifier =
          IdentifierHeader.newBuilder()
              .setIdentifier(signer.id())
              .setNonce(ByteString.copyFrom(nonce))
              .build()
              .toByteString();
      ByteString signed = value.concat(identifier).concat(headerBytes);
      Bytes signature = signer.credential().keyPair().sign(Bytes.of(signed.asReadOnlyByteBuffer()));
      metadata.addSignatures(
          MetadataSignature.newBuilder()
              .setSignature(ByteString.copyFrom(signature.asByteBuffer()))
              .setIdentifierHeader(identifier));
    }
    return metadata.build();
  }

  private static ByteString viewMetadata(long number) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream output = CodedOutputStream.newInstance(bytes);
    try {
      output.writeUInt64(LATEST_SEQUENCE, number);
      if (number > 1) {
        output.writeUInt64(DECISIONS_IN_VIEW, number - 1);
      }
      output.flush();
    } catch (IOException e) {
      throw new IllegalStateException("memory takes two numbers", e);
    }
    return ByteString.copyFrom(bytes.toByteArray());
  }
}
