// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.shim.Chaincode;

/** Listens for the one peer that this process serves. Safe for all threads. */
public final class ChaincodeListener implements AutoCloseable {
  /** As the peer has it: an answer and a call may be that large. */
  private static final int MAX_MESSAGE_BYTES = 100 << 20;

  /** Peers ask every minute whether the connection still stands. */
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final Server server;

  private ChaincodeListener(Server server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param chaincode called by several threads at once
   * @throws IOException if the address cannot be had, or keys and certificates are none
   */
  public static ChaincodeListener start(Chaincode chaincode, ServiceSettings settings)
      throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(settings.address().host(), settings.address().port());
    Server server =
        NettyServerBuilder.forAddress(address, credentials(settings))
            .addService(new PeerConversations(chaincode, settings.packageId()))
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .build()
            .start();
    return new ChaincodeListener(server);
  }

  private static ServerCredentials credentials(ServiceSettings settings) throws IOException {
    if (settings.tls().isEmpty()) {
      return InsecureServerCredentials.create();
    }
    ServiceSettings.Tls tls = settings.tls().get();
    // Only a peer that shows a certificate of that root is answered.
    return TlsServerCredentials.newBuilder()
        .keyManager(tls.certificate().toFile(), tls.key().toFile())
        .trustManager(tls.clientRoot().toFile())
        .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
        .build();
  }

  /** The port on which it listens. */
  public int port() {
    return server.getPort();
  }

  /** Waits until it is closed. */
  public void await() throws InterruptedException {
    server.awaitTermination();
  }

  /** Takes no new call, lets those under way end for some seconds, and stops. */
  @Override
  public void close() {
    server.shutdown();
    try {
      // A peer's stream never ends by itself, so the wait is for calls, and is short.
      if (!server.awaitTermination(2, TimeUnit.SECONDS)) {
        server.shutdownNow();
        server.awaitTermination(2, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
