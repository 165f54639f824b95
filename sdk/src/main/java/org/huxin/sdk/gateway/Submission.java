// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.sdk.ledger.LedgerClient.Committed;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.OutcomeUnknownException;
import org.huxin.sdk.ledger.TransactionInvalidException;
import org.huxin.sdk.profile.Profile;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Identity;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;

/**
 * One endorsed transaction on its way into a block. For one thread.
 *
 * <p>Fabric's Submit promises little: an error may mean that the orderers have the envelope. So its
 * errors only say that the outcome is not known yet. A peer is asked for the commit, for a while;
 * then the same envelope goes out again, which orderers that have it turn away without harm.
 */
final class Submission {
  /** A conflict, an upgrade of the chaincode, or a copy of itself: nothing of it is in force. */
  private static final Set<TxValidationCode> AGAIN =
      EnumSet.of(
          TxValidationCode.MVCC_READ_CONFLICT,
          TxValidationCode.PHANTOM_READ_CONFLICT,
          TxValidationCode.DUPLICATE_TXID);

  /** What a gateway answers before it has called an orderer. */
  private static final Set<Code> NOT_SENT =
      EnumSet.of(
          Code.INVALID_ARGUMENT,
          Code.FAILED_PRECONDITION,
          Code.PERMISSION_DENIED,
          Code.UNAUTHENTICATED,
          Code.UNIMPLEMENTED);

  private final PeerConnections peers;
  private final Profile profile;
  private final String transactionId;
  private final AcceptedResult result;

  /** Signed once, so that every repetition has the same bytes. */
  private final byte[] envelope;

  private final Waiting waiting;
  private @Nullable Exception lastFailure;
  private int failures;

  /**
   * An endorsed transaction.
   *
   * @throws LedgerUnavailableException if the chaincode's answer is none of the contract
   */
  Submission(
      PeerConnections peers,
      Profile profile,
      IdentitySigner signer,
      Transaction endorsed,
      Waiting waiting) {
    this.peers = peers;
    this.profile = profile;
    this.transactionId = endorsed.getTransactionId();
    this.result = result(endorsed);
    this.envelope =
        peers
            .current()
            .gateway()
            .newSignedTransaction(endorsed.getBytes(), signer.sign(endorsed.getDigest()))
            .getBytes();
    this.waiting = waiting;
  }

  private static AcceptedResult result(Transaction transaction) {
    try {
      return AcceptedResult.parse(transaction.getResult());
    } catch (JsonRefusedException | DecodeRefusedException e) {
      RefusedException refused = e;
      throw new LedgerUnavailableException(
          "the chaincode answers no result of a statement: " + refused.code().name(), e);
    }
  }

  /**
   * Sends it, and waits until it is committed.
   *
   * @param last whether there will be no other transaction after this one
   * @return empty if it is committed without effect and may be made anew
   * @throws LedgerUnavailableException if no orderer was sent anything
   * @throws OutcomeUnknownException if it is not known in time what became of it
   * @throws TransactionInvalidException if it is committed as invalid, and there will be no other
   */
  Optional<Committed> commit(boolean last) {
    Status status = outcome();
    TxValidationCode code = status.getCode();
    if (status.isSuccessful()) {
      return Optional.of(
          new Committed(
              result.statement(),
              result.keys(),
              status.getTransactionId(),
              status.getBlockNumber()));
    }
    if (!last && AGAIN.contains(code)) {
      return Optional.empty();
    }
    throw new TransactionInvalidException(status.getTransactionId(), code.getNumber());
  }

  private Status outcome() {
    long end = System.nanoTime() + profile.deadlines().outcome().toNanos();
    sendFirst();
    while (true) {
      Optional<Status> known = probe();
      if (known.isPresent()) {
        return known.get();
      }
      if (System.nanoTime() - end >= 0 || peers.isClosed()) {
        throw unknown();
      }
      sendAgain();
    }
  }

  /** Until an orderer may have it, another gateway can be asked without any doubt. */
  private void sendFirst() {
    for (int i = 1; ; i++) {
      PeerConnection peer = peers.current();
      try {
        send(peer);
        return;
      } catch (SubmitException e) {
        peers.passOver(peer);
        lastFailure = e;
        if (!NOT_SENT.contains(e.getStatus().getCode())) {
          return;
        }
        if (i == peers.size()) {
          throw new LedgerUnavailableException(
              "no peer takes the transaction: " + e.getStatus().getCode(), e);
        }
      }
    }
  }

  private void sendAgain() {
    PeerConnection peer = peers.current();
    try {
      send(peer);
    } catch (SubmitException e) {
      // Also what orderers say that have it already. The next question for its commit tells.
      peers.passOver(peer);
      lastFailure = e;
    }
  }

  private void send(PeerConnection peer) throws SubmitException {
    SubmittedTransaction unused = peer.gateway().newTransaction(envelope).submitAsync();
  }

  /** Asks what became of it; empty if it is in no block yet, as far as any peer answers. */
  private Optional<Status> probe() {
    for (int i = 0; i < peers.size(); i++) {
      PeerConnection peer = peers.current();
      try {
        return Optional.of(question(peer).getStatus());
      } catch (CommitStatusException e) {
        peers.passOver(peer);
        lastFailure = e;
        if (e.getStatus().getCode() == Code.DEADLINE_EXCEEDED) {
          return Optional.empty();
        }
      }
    }
    failures++;
    try {
      waiting.after(failures);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      lastFailure = e;
      throw unknown();
    }
    return Optional.empty();
  }

  /** The question itself, so that any peer can be asked, not only the one that took it. */
  private Commit question(PeerConnection peer) {
    Identity identity = peer.gateway().getIdentity();
    CommitStatusRequest request =
        CommitStatusRequest.newBuilder()
            .setChannelId(profile.channel())
            .setTransactionId(transactionId)
            .setIdentity(
                SerializedIdentity.newBuilder()
                    .setMspid(identity.getMspId())
                    .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
                    .build()
                    .toByteString())
            .build();
    return peer.gateway()
        .newCommit(
            SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .build()
                .toByteArray());
  }

  private OutcomeUnknownException unknown() {
    return new OutcomeUnknownException(
        transactionId,
        lastFailure == null ? new IllegalStateException("in no block yet") : lastFailure);
  }
}
