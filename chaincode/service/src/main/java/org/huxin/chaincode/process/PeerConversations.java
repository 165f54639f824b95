// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.impl.InvocationTaskManager;
import org.hyperledger.fabric.traces.Traces;

/**
 * Answers peers that connect. The shim keeps how far a conversation has come in an object that its
 * own server has once for all connections, so that a second peer, or the first one anew, makes it
 * drop what the first one asked; here each connection has its own. Safe for all threads.
 */
final class PeerConversations extends ChaincodeGrpc.ChaincodeImplBase {
  private final Chaincode chaincode;
  private final ChaincodeID id;
  private final CallsUnderWay underWay = new CallsUnderWay();
  private final Set<PeerConnection> connections = ConcurrentHashMap.newKeySet();

  /**
   * Answers for a chaincode.
   *
   * @param packageId as the peers name its package
   */
  PeerConversations(Chaincode chaincode, String packageId) {
    this.chaincode = chaincode;
    this.id = ChaincodeID.newBuilder().setName(packageId).build();
    // Without measurements and traces, for which the shim would ask the environment.
    Metrics.initialize(new Properties());
    Traces.initialize(new Properties());
  }

  @Override
  public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> answers) {
    InvocationTaskManager tasks = InvocationTaskManager.getManager(new Conversation(chaincode), id);
    PeerConnection connection = new PeerConnection(tasks, answers, underWay);
    connections.add(connection);
    tasks.setResponseConsumer(connection::answer);
    tasks.register();
    return new StreamObserver<>() {
      @Override
      public void onNext(ChaincodeMessage message) {
        connection.receive(message);
      }

      @Override
      public void onError(Throwable failure) {
        connections.remove(connection);
        connection.abandon();
      }

      @Override
      public void onCompleted() {
        connections.remove(connection);
        connection.abandon();
        connection.complete();
      }
    };
  }

  /**
   * Waits for the calls under way, and ends all conversations.
   *
   * @param limit how long it waits at most
   */
  void end(Duration limit) throws InterruptedException {
    underWay.awaitNone(limit);
    connections.forEach(PeerConnection::complete);
  }

  /** How far one conversation has come. */
  private static final class Conversation extends ChaincodeBase {
    private final Chaincode chaincode;

    Conversation(Chaincode chaincode) {
      this.chaincode = chaincode;
    }

    /** The shim's own defaults; it would ask the class path and the command line. */
    @Override
    public Properties getChaincodeConfig() {
      return new Properties();
    }

    @Override
    public Response init(ChaincodeStub stub) {
      return chaincode.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
      return chaincode.invoke(stub);
    }
  }
}
