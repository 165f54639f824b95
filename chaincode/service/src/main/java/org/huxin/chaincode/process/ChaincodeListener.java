// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.shim.Chaincode;

/** Listens for the one peer that this process serves. Safe for all threads. */
public final class ChaincodeListener implements AutoCloseable {
  /** As the peer has it: an answer and a call may be that large. */
  private static final int MAX_MESSAGE_BYTES = 100 << 20;

  /** Peers ask every minute whether the connection still stands. */
  private static final int KEEP_ALIVE_SECONDS = 30;

  /** How long calls under way have: what a peer lets a call take is thirty seconds. */
  private static final Duration CALLS_END = Duration.ofSeconds(10);

  /** How long streams without calls have. */
  private static final Duration STREAMS_END = Duration.ofSeconds(2);

  private final Server server;
  private final PeerConversations conversations;

  private ChaincodeListener(Server server, PeerConversations conversations) {
    this.server = server;
    this.conversations = conversations;
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
    PeerConversations conversations = new PeerConversations(chaincode, settings.packageId());
    Server server =
        NettyServerBuilder.forAddress(address, credentials(settings))
            .addService(conversations)
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .build()
            .start();
    return new ChaincodeListener(server, conversations);
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

  /** Takes no new peer, lets the calls under way end, for some seconds at most, and stops. */
  @Override
  public void close() {
    server.shutdown();
    try {
      conversations.end(CALLS_END);
      if (!server.awaitTermination(STREAMS_END.toMillis(), TimeUnit.MILLISECONDS)) {
        server.shutdownNow();
        server.awaitTermination(STREAMS_END.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
