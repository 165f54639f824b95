// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.huxin.embedded.endorsement.Peer;
import org.huxin.embedded.endorsement.ProposalRefusedException;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** {@code protos.Endorser} of one organisation's peer: for the peer CLI and older SDKs. */
public final class EndorserService extends EndorserGrpc.EndorserImplBase {
  private final Peer peer;

  /** The endorser of a peer. */
  public EndorserService(Peer peer) {
    this.peer = peer;
  }

  @Override
  public void processProposal(SignedProposal proposal, StreamObserver<ProposalResponse> observer) {
    try {
      ProposalResponse response = peer.process(proposal).response();
      observer.onNext(response);
      observer.onCompleted();
    } catch (ProposalRefusedException e) {
      observer.onError(Status.UNKNOWN.withDescription(e.getMessage()).asRuntimeException());
    }
  }
}
