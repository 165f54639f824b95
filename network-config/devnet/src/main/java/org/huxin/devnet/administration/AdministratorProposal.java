// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/**
 * What an administrator proposes to peers.
 *
 * @param transactionId of the transaction that becomes of it
 * @param header of proposal and transaction
 * @param payload the arguments, without transient data
 * @param signatory who signs both
 */
record AdministratorProposal(
    String transactionId, Header header, ByteString payload, Signatory signatory) {

  SignedProposal signed() {
    ByteString proposal =
        Proposal.newBuilder()
            .setHeader(header.toByteString())
            .setPayload(payload)
            .build()
            .toByteString();
    return SignedProposal.newBuilder()
        .setProposalBytes(proposal)
        .setSignature(signatory.sign(proposal))
        .build();
  }

  /**
   * The transaction.
   *
   * @param endorsed at least one; all with the first one's payload
   */
  Envelope transaction(List<ProposalResponse> endorsed) {
    ChaincodeEndorsedAction.Builder action =
        ChaincodeEndorsedAction.newBuilder()
            .setProposalResponsePayload(endorsed.get(0).getPayload());
    endorsed.forEach(response -> action.addEndorsements(response.getEndorsement()));
    Transaction transaction =
        Transaction.newBuilder()
            .addActions(
                TransactionAction.newBuilder()
                    .setHeader(header.getSignatureHeader())
                    .setPayload(
                        ChaincodeActionPayload.newBuilder()
                            .setChaincodeProposalPayload(payload)
                            .setAction(action)
                            .build()
                            .toByteString()))
            .build();
    return signatory.signed(
        Payload.newBuilder().setHeader(header).setData(transaction.toByteString()).build());
  }
}
