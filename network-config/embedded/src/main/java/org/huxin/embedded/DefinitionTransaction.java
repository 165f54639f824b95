// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.fabric.block.Sha256;
import org.huxin.fabric.block.TransactionView;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;

/**
 * The transaction that puts a chaincode definition into force: made by an administrator of the
 * first organisation, endorsed by the peers of all.
 */
final class DefinitionTransaction {
  private static final int NONCE_LENGTH = 24;
  private static final int OK = 200;
  private static final ChaincodeID LIFECYCLE =
      ChaincodeID.newBuilder().setName(ChaincodeDefinitions.NAMESPACE).build();

  private final String channelId;
  private final List<OrganisationKeys> organisations;

  DefinitionTransaction(String channelId, List<OrganisationKeys> organisations) {
    this.channelId = channelId;
    this.organisations = organisations;
  }

  Envelope of(
      ChaincodeDefinition definition, TxReadWriteSet results, Instant now, SecureRandom random) {
    OrganisationKeys first = organisations.get(0);
    Header header = header(identity(first.mspId(), first.admin()), now, random);
    ByteString proposal =
        ChaincodeProposalPayload.newBuilder().setInput(input(definition)).build().toByteString();
    ByteString endorsed = endorsedPayload(header, proposal, results);
    ChaincodeEndorsedAction.Builder action =
        ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(endorsed);
    for (OrganisationKeys organisation : organisations) {
      ByteString endorser = identity(organisation.mspId(), organisation.peer());
      action.addEndorsements(
          Endorsement.newBuilder()
              .setEndorser(endorser)
              .setSignature(sign(organisation.peer(), endorsed.concat(endorser))));
    }
    Transaction transaction =
        Transaction.newBuilder()
            .addActions(
                TransactionAction.newBuilder()
                    .setHeader(header.getSignatureHeader())
                    .setPayload(
                        ChaincodeActionPayload.newBuilder()
                            .setChaincodeProposalPayload(proposal)
                            .setAction(action)
                            .build()
                            .toByteString()))
            .build();
    ByteString payload =
        Payload.newBuilder()
            .setHeader(header)
            .setData(transaction.toByteString())
            .build()
            .toByteString();
    return Envelope.newBuilder()
        .setPayload(payload)
        .setSignature(sign(first.admin(), payload))
        .build();
  }

  static String transactionId(Envelope envelope) {
    return TransactionView.of(envelope.toByteString()).transactionId();
  }

  private Header header(ByteString creator, Instant now, SecureRandom random) {
    byte[] bytes = new byte[NONCE_LENGTH];
    random.nextBytes(bytes);
    ByteString nonce = ByteString.copyFrom(bytes);
    return Header.newBuilder()
        .setChannelHeader(
            ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setTxId(HexFormat.of().formatHex(Sha256.of(nonce, creator).toByteArray()))
                .setChannelId(channelId)
                .setTimestamp(
                    Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .setExtension(
                    ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(LIFECYCLE)
                        .build()
                        .toByteString())
                .build()
                .toByteString())
        .setSignatureHeader(
            SignatureHeader.newBuilder().setCreator(creator).setNonce(nonce).build().toByteString())
        .build();
  }

  private static ByteString input(ChaincodeDefinition definition) {
    CommitChaincodeDefinitionArgs.Builder arguments =
        CommitChaincodeDefinitionArgs.newBuilder()
            .setSequence(definition.sequence())
            .setName(definition.name())
            .setVersion(definition.version())
            .setValidationParameter(definition.policy().toByteString());
    if (definition.collections().getConfigCount() > 0) {
      arguments.setCollections(definition.collections());
    }
    return ChaincodeInvocationSpec.newBuilder()
        .setChaincodeSpec(
            ChaincodeSpec.newBuilder()
                .setChaincodeId(LIFECYCLE)
                .setInput(
                    ChaincodeInput.newBuilder()
                        .addArgs(ByteString.copyFromUtf8("CommitChaincodeDefinition"))
                        .addArgs(arguments.build().toByteString())))
        .build()
        .toByteString();
  }

  private static ByteString endorsedPayload(
      Header header, ByteString proposal, TxReadWriteSet results) {
    return ProposalResponsePayload.newBuilder()
        .setProposalHash(
            Sha256.of(header.getChannelHeader(), header.getSignatureHeader(), proposal))
        .setExtension(
            ChaincodeAction.newBuilder()
                .setResults(results.toByteString())
                .setResponse(Response.newBuilder().setStatus(OK))
                .setChaincodeId(LIFECYCLE.toBuilder().setVersion("syscc"))
                .build()
                .toByteString())
        .build()
        .toByteString();
  }

  private static ByteString identity(String mspId, Credential credential) {
    return SerializedIdentity.newBuilder()
        .setMspid(mspId)
        .setIdBytes(ByteString.copyFromUtf8(credential.certificatePem()))
        .build()
        .toByteString();
  }

  private static ByteString sign(Credential credential, ByteString message) {
    return ByteString.copyFrom(
        credential.keyPair().sign(Bytes.of(message.asReadOnlyByteBuffer())).asByteBuffer());
  }
}
