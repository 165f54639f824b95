// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.huxin.embedded.endorsement.Peer;
import org.huxin.embedded.endorsement.SystemChaincodeNames;
import org.huxin.embedded.simulation.Invocation;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.peer.Response;

/** {@code gateway.Gateway/Evaluate}: runs a proposal on one peer and answers its result. */
final class Evaluate {
  private final NetworkView network;
  private final Peer local;

  Evaluate(NetworkView network, Peer local) {
    this.network = network;
    this.local = local;
  }

  EvaluateResponse handle(EvaluateRequest request) {
    Invocation invocation = unpack(request);
    if (!network.isChannel(invocation.channelId())) {
      throw GatewayStatus.of(
          Status.Code.UNAVAILABLE,
          "failed to get config for channel [%s]: could not get last config for channel %s"
              .formatted(invocation.channelId(), invocation.channelId()));
    }
    List<ErrorDetail> details = new ArrayList<>();
    Status.Code last = Status.Code.UNAVAILABLE;
    for (Peer peer : candidates(request, invocation)) {
      PeerReply reply = PeerReply.ask(peer, request.getProposedTransaction(), peer == local);
      if (reply.ok()) {
        return EvaluateResponse.newBuilder().setResult(result(reply)).build();
      }
      details.add(reply.detail());
      if (!reply.retry()) {
        throw GatewayStatus.of(
            reply.code(), "evaluate call to endorser returned error: " + reply.message(), details);
      }
      last = reply.code();
    }
    throw GatewayStatus.of(
        last, "failed to evaluate transaction, see attached details for more info", details);
  }

  private static Invocation unpack(EvaluateRequest request) {
    String wrong;
    try {
      if (request.getProposedTransaction().getProposalBytes().isEmpty()) {
        wrong = "a signed proposal is required";
      } else {
        Invocation invocation = Invocation.parse(request.getProposedTransaction());
        if (invocation.channelId().isEmpty()) {
          wrong = "no channel id provided";
        } else if (invocation.chaincode().isEmpty()) {
          wrong = "no chaincode name is provided, channel id [" + invocation.channelId() + "]";
        } else {
          return invocation;
        }
      }
    } catch (InvalidProtocolBufferException e) {
      wrong = String.valueOf(e.getMessage());
    }
    throw GatewayStatus.of(
        Status.Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + wrong);
  }

  /** This organisation's peer first, then the others. */
  private List<Peer> candidates(EvaluateRequest request, Invocation invocation) {
    String chaincode = invocation.chaincode();
    List<String> targets = request.getTargetOrganizationsList();
    boolean keepAtHome = targets.isEmpty() && !invocation.transientData().isEmpty();
    List<Peer> others = new ArrayList<>(network.peers());
    others.remove(local);
    Collections.reverse(others);
    List<Peer> candidates = new ArrayList<>(List.of(local));
    candidates.addAll(others);
    candidates.removeIf(
        peer ->
            !runs(peer, chaincode)
                || (keepAtHome && peer != local)
                || (!targets.isEmpty() && !targets.contains(peer.mspId())));
    if (candidates.isEmpty()) {
      String none =
          "no peers available to evaluate chaincode %s in channel %s"
              .formatted(chaincode, invocation.channelId());
      throw GatewayStatus.of(
          Status.Code.FAILED_PRECONDITION,
          keepAtHome
              ? "no endorsers found in the gateway's organization; retry specifying target organization(s) to protect transient data: "
                  + none
              : none);
    }
    return candidates;
  }

  private boolean runs(Peer peer, String chaincode) {
    return SystemChaincodeNames.contains(chaincode)
        || (peer.runs(chaincode) && network.definition(peer.mspId(), chaincode).isPresent());
  }

  private static Response result(PeerReply reply) {
    return reply.endorsed().orElseThrow().response().getResponse();
  }
}
