// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import io.grpc.Status;
import java.util.Optional;
import org.huxin.embedded.endorsement.Endorsed;
import org.huxin.embedded.endorsement.Peer;
import org.huxin.embedded.endorsement.ProposalRefusedException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * What the gateway makes of a peer's answer: of its own peer it sees the error itself, of another's
 * what gRPC leaves of it.
 *
 * @param peer who answered
 * @param code OK, or what the gateway would answer
 * @param message empty if OK
 * @param retry whether another peer may be asked
 * @param endorsed the answer, if OK
 */
record PeerReply(
    Peer peer, Status.Code code, String message, boolean retry, Optional<Endorsed> endorsed) {
  private static final int SUCCESS = 200;
  private static final int FAILURE = 400;
  private static final int ERROR = 500;

  static PeerReply ask(Peer peer, SignedProposal proposal, boolean local) {
    if (peer.fault().down()) {
      return failed(
          peer,
          Status.Code.UNAVAILABLE,
          "rpc error: code = Unavailable desc = connection error: desc = \"transport: Error while dialing: dial tcp "
              + peer.address()
              + ": connect: connection refused\"",
          true);
    }
    try {
      return of(peer, peer.process(proposal));
    } catch (ProposalRefusedException e) {
      if (!local) {
        return failed(
            peer,
            Status.Code.UNAVAILABLE,
            "rpc error: code = Unknown desc = " + e.getMessage(),
            true);
      }
      return e.atTheDoor()
          ? failed(peer, Status.Code.UNAVAILABLE, String.valueOf(e.getMessage()), true)
          : failed(peer, Status.Code.FAILED_PRECONDITION, String.valueOf(e.getMessage()), false);
    }
  }

  /** A peer that did not answer within the gateway's patience. */
  static PeerReply timedOut(Peer peer) {
    return failed(
        peer,
        Status.Code.UNAVAILABLE,
        "rpc error: code = DeadlineExceeded desc = context deadline exceeded",
        true);
  }

  private static PeerReply of(Peer peer, Endorsed endorsed) {
    Response response = endorsed.response().getResponse();
    if (response.getStatus() >= SUCCESS && response.getStatus() < FAILURE) {
      return new PeerReply(peer, Status.Code.OK, "", false, Optional.of(endorsed));
    }
    if (endorsed.response().getPayload().isEmpty() && response.getStatus() == ERROR) {
      return failed(peer, Status.Code.ABORTED, response.getMessage(), true);
    }
    return failed(
        peer,
        Status.Code.UNKNOWN,
        "chaincode response " + response.getStatus() + ", " + response.getMessage(),
        false);
  }

  private static PeerReply failed(Peer peer, Status.Code code, String message, boolean retry) {
    return new PeerReply(peer, code, message, retry, Optional.empty());
  }

  boolean ok() {
    return code == Status.Code.OK;
  }

  ErrorDetail detail() {
    return GatewayStatus.detail(peer.address(), peer.mspId(), message);
  }
}
