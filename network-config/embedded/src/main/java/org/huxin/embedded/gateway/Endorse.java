// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.huxin.embedded.endorsement.Peer;
import org.huxin.embedded.simulation.Invocation;
import org.huxin.embedded.simulation.SimulationResults;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/**
 * {@code gateway.Gateway/Endorse}: collects the endorsements that the policies need and prepares
 * the transaction around the client's own header bytes.
 */
final class Endorse {
  private static final System.Logger LOG = System.getLogger(Endorse.class.getName());

  private final NetworkView network;
  private final Peer local;
  private final PoliciesInForce policies;
  private final AtomicInteger turn = new AtomicInteger();

  Endorse(NetworkView network, Peer local) {
    this.network = network;
    this.policies = new PoliciesInForce(network);
    this.local = local;
  }

  EndorseResponse handle(EndorseRequest request) {
    Invocation invocation = unpack(request);
    Collected collected =
        request.getEndorsingOrganizationsCount() > 0
            ? named(request, invocation)
            : planned(invocation);
    return EndorseResponse.newBuilder()
        .setPreparedTransaction(prepare(invocation, collected))
        .build();
  }

  private static Invocation unpack(EndorseRequest request) {
    try {
      if (request.getProposedTransaction().getProposalBytes().isEmpty()) {
        throw GatewayStatus.of(
            Status.Code.INVALID_ARGUMENT,
            "the proposed transaction must contain a signed proposal");
      }
      return Invocation.parse(request.getProposedTransaction());
    } catch (InvalidProtocolBufferException e) {
      throw GatewayStatus.of(Status.Code.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
    }
  }

  /** The client names the organisations: all of them must endorse. */
  private Collected named(EndorseRequest request, Invocation invocation) {
    List<Peer> layout = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String mspId : request.getEndorsingOrganizationsList()) {
      network.peers().stream()
          .filter(peer -> peer.mspId().equals(mspId) && available(peer, invocation))
          .findFirst()
          .ifPresentOrElse(layout::add, () -> missing.add(mspId));
    }
    if (!missing.isEmpty()) {
      throw GatewayStatus.of(
          Status.Code.UNAVAILABLE,
          "failed to find any endorsing peers for org(s): " + String.join(", ", missing));
    }
    Collected collected = new Collected(invocation);
    if (!collected.complete(layout)) {
      throw notEnough(collected);
    }
    return collected;
  }

  private Collected planned(Invocation invocation) {
    Collected collected = new Collected(invocation);
    PeerReply first = first(invocation);
    collected.add(first);
    SimulationResults results = first.endorsed().orElseThrow().results().orElseThrow();
    EndorsementPlan plan =
        new EndorsementPlan(
            network, policies.current(), results, local.mspId(), invocation.chaincode());
    boolean withTransientData = !invocation.transientData().isEmpty();
    int at = turn.getAndIncrement() & Integer.MAX_VALUE;
    List<List<Peer>> layouts = plan.layouts(first.peer(), withTransientData, at);
    if (layouts.isEmpty()) {
      boolean protects = withTransientData && plan.isProtected();
      throw GatewayStatus.of(
          Status.Code.FAILED_PRECONDITION,
          protects && !plan.layouts(first.peer(), false, at).isEmpty()
              ? "requires endorsement from organisation(s) that are not in the distribution policy of the private data collection(s); retry specifying trusted endorsing organizations to protect transient data"
              : noCombination("no peer combination can satisfy the endorsement policy"));
    }
    for (List<Peer> layout : layouts) {
      if (layout.stream().noneMatch(collected::hasFailed) && collected.complete(layout)) {
        return collected;
      }
    }
    throw notEnough(collected);
  }

  private PeerReply first(Invocation invocation) {
    List<Peer> candidates =
        available(local, invocation)
            ? List.of(local)
            : network.peers().stream().filter(peer -> available(peer, invocation)).toList();
    if (candidates.isEmpty()) {
      if (!network.isChannel(invocation.channelId())) {
        throw GatewayStatus.of(
            Status.Code.FAILED_PRECONDITION,
            "failed to get config for channel [%s]: could not get last config for channel %s"
                .formatted(invocation.channelId(), invocation.channelId()));
      }
      throw GatewayStatus.of(
          Status.Code.FAILED_PRECONDITION,
          noCombination(
              "No metadata was found for chaincode %s in channel %s"
                  .formatted(invocation.chaincode(), invocation.channelId())));
    }
    List<ErrorDetail> details = new ArrayList<>();
    for (Peer peer : candidates) {
      PeerReply reply = ask(peer, invocation).join();
      if (reply.ok()) {
        return reply;
      }
      details.add(reply.detail());
    }
    throw GatewayStatus.of(
        Status.Code.ABORTED,
        "failed to endorse transaction, see attached details for more info",
        details);
  }

  private static String noCombination(String why) {
    return "no combination of peers can be derived which satisfy the endorsement policy: " + why;
  }

  private boolean available(Peer peer, Invocation invocation) {
    return network.isChannel(invocation.channelId())
        && !peer.fault().down()
        && peer.runs(invocation.chaincode())
        && network.definition(peer.mspId(), invocation.chaincode()).isPresent();
  }

  private CompletableFuture<PeerReply> ask(Peer peer, Invocation invocation) {
    return CompletableFuture.supplyAsync(
            () -> PeerReply.ask(peer, invocation.signedProposal(), peer == local),
            peer == local ? Runnable::run : network.executor())
        .completeOnTimeout(
            PeerReply.timedOut(peer),
            network.endorsementTimeout().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private static RuntimeException notEnough(Collected collected) {
    return GatewayStatus.of(
        Status.Code.ABORTED,
        "failed to collect enough transaction endorsements, see attached details for more info",
        collected.details);
  }

  private static Envelope prepare(Invocation invocation, Collected collected) {
    ChaincodeActionPayload action =
        ChaincodeActionPayload.newBuilder()
            .setChaincodeProposalPayload(
                ChaincodeProposalPayload.newBuilder()
                    .setInput(invocation.payload().getInput())
                    .build()
                    .toByteString())
            .setAction(
                ChaincodeEndorsedAction.newBuilder()
                    .setProposalResponsePayload(collected.payload())
                    .addAllEndorsements(collected.endorsements))
            .build();
    Transaction transaction =
        Transaction.newBuilder()
            .addActions(
                TransactionAction.newBuilder()
                    .setHeader(invocation.header().getSignatureHeader())
                    .setPayload(action.toByteString()))
            .build();
    return Envelope.newBuilder()
        .setPayload(
            Payload.newBuilder()
                .setHeader(invocation.header())
                .setData(transaction.toByteString())
                .build()
                .toByteString())
        .build();
  }

  /** The endorsements of one transaction, as they come in. */
  private final class Collected {
    final Invocation invocation;
    final Map<Peer, PeerReply> good = new LinkedHashMap<>();
    final List<Peer> failed = new ArrayList<>();
    final List<ErrorDetail> details = new ArrayList<>();
    final List<Endorsement> endorsements = new ArrayList<>();

    Collected(Invocation invocation) {
      this.invocation = invocation;
    }

    boolean hasFailed(Peer peer) {
      return failed.contains(peer);
    }

    ByteString payload() {
      return payload(good.values().iterator().next());
    }

    /** Asks who has not endorsed yet, all at once. */
    boolean complete(List<Peer> layout) {
      List<CompletableFuture<PeerReply>> asked =
          layout.stream()
              .filter(peer -> !good.containsKey(peer))
              .map(peer -> ask(peer, invocation))
              .toList();
      boolean complete = true;
      for (CompletableFuture<PeerReply> reply : asked) {
        complete &= add(reply.join());
      }
      if (complete) {
        layout.forEach(
            peer ->
                endorsements.add(
                    Objects.requireNonNull(good.get(peer))
                        .endorsed()
                        .orElseThrow()
                        .response()
                        .getEndorsement()));
      }
      return complete;
    }

    boolean add(PeerReply reply) {
      if (reply.ok() && (good.isEmpty() || payload(reply).equals(payload()))) {
        good.put(reply.peer(), reply);
        return true;
      }
      failed.add(reply.peer());
      if (reply.ok()) {
        EndorsementMismatch mismatch =
            EndorsementMismatch.between(
                invocation.transactionId(), good.values().iterator().next(), reply);
        LOG.log(
            System.Logger.Level.WARNING, "ProposalResponsePayloads do not match: {0}", mismatch);
        network.mismatches().accept(mismatch);
        details.add(
            GatewayStatus.detail(
                reply.peer().address(),
                reply.peer().mspId(),
                "ProposalResponsePayloads do not match"));
      } else {
        details.add(reply.detail());
      }
      return false;
    }

    private ByteString payload(PeerReply reply) {
      return reply.endorsed().orElseThrow().response().getPayload();
    }
  }
}
