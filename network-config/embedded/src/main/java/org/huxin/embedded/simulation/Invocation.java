// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * A signed proposal, taken apart once. The client's bytes stay as they came.
 *
 * @param signedProposal as it came
 * @param header as it came
 * @param payload the proposal's payload, parsed
 * @param channelHeader parsed
 * @param signatureHeader parsed
 * @param spec which chaincode is called, with which arguments
 */
public record Invocation(
    SignedProposal signedProposal,
    Header header,
    ChaincodeProposalPayload payload,
    ChannelHeader channelHeader,
    SignatureHeader signatureHeader,
    ChaincodeSpec spec) {

  /**
   * Takes a proposal apart.
   *
   * @throws InvalidProtocolBufferException if some part is not its message
   */
  public static Invocation parse(SignedProposal signed) throws InvalidProtocolBufferException {
    Proposal proposal = Proposal.parseFrom(signed.getProposalBytes());
    Header header = Header.parseFrom(proposal.getHeader());
    ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
    return new Invocation(
        signed,
        header,
        payload,
        ChannelHeader.parseFrom(header.getChannelHeader()),
        SignatureHeader.parseFrom(header.getSignatureHeader()),
        ChaincodeInvocationSpec.parseFrom(payload.getInput()).getChaincodeSpec());
  }

  /** The channel's name. */
  public String channelId() {
    return channelHeader.getChannelId();
  }

  /** The transaction's id as the client wrote it. */
  public String transactionId() {
    return channelHeader.getTxId();
  }

  /** The chaincode's name. */
  public String chaincode() {
    return spec.getChaincodeId().getName();
  }

  /** The arguments; the first is the function. */
  public List<ByteString> arguments() {
    return spec.getInput().getArgsList();
  }

  /** What goes to the chaincode and not into the transaction. */
  public Map<String, ByteString> transientData() {
    return payload.getTransientMapMap();
  }

  /** The client's clock, checked by nobody. */
  public Instant timestamp() {
    return Instant.ofEpochSecond(
        channelHeader.getTimestamp().getSeconds(), channelHeader.getTimestamp().getNanos());
  }

  /** The creator's MSP id; empty if the creator is no serialized identity. */
  public String creatorMspId() {
    try {
      return SerializedIdentity.parseFrom(signatureHeader.getCreator()).getMspid();
    } catch (InvalidProtocolBufferException e) {
      return "";
    }
  }
}
