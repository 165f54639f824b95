// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import com.google.protobuf.Descriptors.Descriptor;
import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;

/**
 * Most of a cold start is reading classes. While a process describes its first network and makes
 * its keys, other threads load what comes next: Fabric's messages, and both ends of HTTP/2. Nothing
 * but the time depends on it.
 */
final class ColdStart {
  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  /** Far longer than a call over the loopback interface takes. */
  private static final int PATIENCE_SECONDS = 5;

  private ColdStart() {}

  /** Begins, the first time in this process. */
  static void begin() {
    if (BEGUN.compareAndSet(false, true)) {
      start("messages", ColdStart::loadMessages);
      start("calls", ColdStart::callNobody);
    }
  }

  private static void start(String what, Runnable task) {
    Thread thread = new Thread(task, "embedded-network-cold-start-" + what);
    thread.setDaemon(true);
    thread.start();
  }

  private static void loadMessages() {
    List<Descriptor> unused =
        List.of(
            Config.getDescriptor(),
            FabricMSPConfig.getDescriptor(),
            ConsensusType.getDescriptor(),
            CommitChaincodeDefinitionArgs.getDescriptor(),
            ChaincodeAction.getDescriptor(),
            KVRWSet.getDescriptor());
  }

  /** Calls an endpoint of its own that serves nothing. */
  private static void callNobody() {
    try (Endpoint endpoint = Endpoint.plain(0)) {
      ManagedChannel channel =
          Grpc.newChannelBuilder(endpoint.address(), InsecureChannelCredentials.create()).build();
      try {
        CommitStatusResponse unused =
            ClientCalls.blockingUnaryCall(
                channel,
                GatewayGrpc.getCommitStatusMethod(),
                CallOptions.DEFAULT.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS),
                SignedCommitStatusRequest.getDefaultInstance());
      } catch (StatusRuntimeException e) {
        // As it must be: nobody serves there.
      } finally {
        channel.shutdownNow();
      }
    }
  }
}
