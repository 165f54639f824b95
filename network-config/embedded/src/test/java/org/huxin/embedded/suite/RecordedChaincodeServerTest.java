// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.shim.ChaincodeServer;
import org.junit.jupiter.api.Test;

/** The recorded chaincode as a service, called as a peer calls it. */
class RecordedChaincodeServerTest {
  private static final int PATIENCE_SECONDS = 20;

  private final BlockingQueue<ChaincodeMessage> received = new LinkedBlockingQueue<>();

  private ChaincodeMessage next() throws InterruptedException {
    return Objects.requireNonNull(
        received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "the chaincode said nothing");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void registersAndAnswersAPeer() throws Exception {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
    ChaincodeServer server = RecordedChaincodeServer.of("licence_1:00", address);
    Thread serving = new Thread(() -> serve(server), "chaincode-server");
    serving.start();
    ManagedChannel channel =
        Grpc.newChannelBuilder(
                "127.0.0.1:" + address.getPort(), InsecureChannelCredentials.create())
            .build();
    try {
      StreamObserver<ChaincodeMessage> toChaincode =
          ChaincodeGrpc.newStub(channel).withWaitForReady().connect(new Peer());
      ChaincodeMessage register = next();
      assertEquals(ChaincodeMessage.Type.REGISTER, register.getType());
      assertEquals("licence_1:00", ChaincodeID.parseFrom(register.getPayload()).getName());
      toChaincode.onNext(
          ChaincodeMessage.newBuilder().setType(ChaincodeMessage.Type.REGISTERED).build());
      toChaincode.onNext(
          ChaincodeMessage.newBuilder().setType(ChaincodeMessage.Type.READY).build());
      toChaincode.onNext(
          ChaincodeMessage.newBuilder()
              .setType(ChaincodeMessage.Type.TRANSACTION)
              .setChannelId("licence")
              .setTxid("00")
              .setPayload(
                  ChaincodeInput.newBuilder()
                      .addArgs(ByteString.copyFromUtf8("noop"))
                      .build()
                      .toByteString())
              .build());
      ChaincodeMessage completed = next();
      assertEquals(ChaincodeMessage.Type.COMPLETED, completed.getType());
      assertEquals("noop", Response.parseFrom(completed.getPayload()).getPayload().toStringUtf8());
    } finally {
      channel.shutdownNow();
      server.stop();
      serving.join();
    }
  }

  private static void serve(ChaincodeServer server) {
    try {
      server.start();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Peer implements StreamObserver<ChaincodeMessage> {
    @Override
    public void onNext(ChaincodeMessage message) {
      received.add(message);
    }

    @Override
    public void onError(Throwable failure) {
      // The connection ends with the test.
    }

    @Override
    public void onCompleted() {
      // The connection ends with the test.
    }
  }
}
