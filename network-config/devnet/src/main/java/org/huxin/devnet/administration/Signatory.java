// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.embedded.pki.Credential;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;

/** Writes what an identity of a city says to a network, and signs it. Thread-safe. */
final class Signatory {
  private static final int NONCE_LENGTH = 24;

  private final Credential credential;
  private final ByteString identity;
  private final Clock clock;
  private final SecureRandom random;

  Signatory(String mspId, Credential credential, Clock clock, SecureRandom random) {
    this.credential = credential;
    this.identity =
        SerializedIdentity.newBuilder()
            .setMspid(mspId)
            .setIdBytes(ByteString.copyFromUtf8(credential.certificatePem()))
            .build()
            .toByteString();
    this.clock = clock;
    this.random = random;
  }

  ByteString identity() {
    return identity;
  }

  ByteString sign(ByteString message) {
    return ByteString.copyFrom(
        credential.keyPair().sign(Bytes.of(message.asReadOnlyByteBuffer())).asByteBuffer());
  }

  /** A header with a nonce of its own. */
  SignatureHeader signatureHeader() {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    return SignatureHeader.newBuilder()
        .setCreator(identity)
        .setNonce(ByteString.copyFrom(nonce))
        .build();
  }

  /**
   * A proposal to a peer.
   *
   * @param channelId empty for what concerns the peer alone
   */
  AdministratorProposal propose(String channelId, String chaincode, List<ByteString> arguments) {
    ChaincodeID chaincodeId = ChaincodeID.newBuilder().setName(chaincode).build();
    SignatureHeader signatureHeader = signatureHeader();
    String transactionId = transactionId(signatureHeader);
    Header header =
        Header.newBuilder()
            .setChannelHeader(
                channelHeader(HeaderType.ENDORSER_TRANSACTION, channelId)
                    .setTxId(transactionId)
                    .setExtension(
                        ChaincodeHeaderExtension.newBuilder()
                            .setChaincodeId(chaincodeId)
                            .build()
                            .toByteString())
                    .build()
                    .toByteString())
            .setSignatureHeader(signatureHeader.toByteString())
            .build();
    ChaincodeInput input = ChaincodeInput.newBuilder().addAllArgs(arguments).build();
    ByteString payload =
        ChaincodeProposalPayload.newBuilder()
            .setInput(
                ChaincodeInvocationSpec.newBuilder()
                    .setChaincodeSpec(
                        ChaincodeSpec.newBuilder().setChaincodeId(chaincodeId).setInput(input))
                    .build()
                    .toByteString())
            .build()
            .toByteString();
    return new AdministratorProposal(transactionId, header, payload, this);
  }

  /** An envelope of another kind, signed. */
  Envelope envelope(HeaderType type, String channelId, ByteString data) {
    return signed(
        Payload.newBuilder()
            .setHeader(
                Header.newBuilder()
                    .setChannelHeader(channelHeader(type, channelId).build().toByteString())
                    .setSignatureHeader(signatureHeader().toByteString()))
            .setData(data)
            .build());
  }

  Envelope signed(Payload payload) {
    ByteString bytes = payload.toByteString();
    return Envelope.newBuilder().setPayload(bytes).setSignature(sign(bytes)).build();
  }

  private ChannelHeader.Builder channelHeader(HeaderType type, String channelId) {
    Instant now = clock.instant();
    return ChannelHeader.newBuilder()
        .setType(type.getNumber())
        .setChannelId(channelId)
        .setTimestamp(
            Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()));
  }

  private String transactionId(SignatureHeader header) {
    Bytes unique = Bytes.of(header.getNonce().concat(identity).asReadOnlyByteBuffer());
    return HexFormat.of().formatHex(DigestAlgorithm.SHA_256.digest(unique).value().toByteArray());
  }
}
