// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import io.grpc.stub.StreamObserver;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.shim.impl.InvocationTaskManager;

/** The stream of messages with one peer. Safe for all threads. */
final class PeerConnection {
  private final InvocationTaskManager tasks;
  private final StreamObserver<ChaincodeMessage> answers;
  private final CallsUnderWay underWay;
  private boolean completed;

  PeerConnection(
      InvocationTaskManager tasks,
      StreamObserver<ChaincodeMessage> answers,
      CallsUnderWay underWay) {
    this.tasks = tasks;
    this.answers = answers;
    this.underWay = underWay;
  }

  /** Hands the shim what the peer says. */
  void receive(ChaincodeMessage message) {
    switch (message.getType()) {
      case INIT, TRANSACTION -> underWay.begin(call(message));
      default -> {
        // belongs to a call that has begun, or to none
      }
    }
    tasks.onChaincodeMessage(message);
  }

  /** Tells the peer what the shim says. */
  void answer(ChaincodeMessage message) {
    // Streams are not safe for several threads, and several tasks answer on one.
    synchronized (this) {
      if (!completed) {
        answers.onNext(message);
      }
    }
    switch (message.getType()) {
      case COMPLETED, ERROR -> underWay.end(call(message));
      default -> {
        // a question of a call that goes on
      }
    }
  }

  /** Lets go of the calls of a peer that hears no answer any more. */
  void abandon() {
    underWay.endAll(this);
    tasks.shutdown();
  }

  /** Ends the stream; nothing is said afterwards. */
  synchronized void complete() {
    if (!completed) {
      completed = true;
      answers.onCompleted();
    }
  }

  private CallsUnderWay.Call call(ChaincodeMessage message) {
    return new CallsUnderWay.Call(this, message.getChannelId(), message.getTxid());
  }
}
