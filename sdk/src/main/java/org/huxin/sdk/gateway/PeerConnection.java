// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import io.grpc.CallOptions;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.huxin.crypto.signature.Signer;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.Profile;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.X509Identity;

/** One peer's gateway. Connects when it is first called. Thread-safe. */
final class PeerConnection implements AutoCloseable {
  /** A peer's default for {@code peer.maxRecvMsgSize}: what it may send of its own kind. */
  private static final int LARGEST_MESSAGE = 100 << 20;

  private static final int SHUTDOWN_SECONDS = 5;

  private final GatewayPeer peer;
  private final String channelName;
  private final ManagedChannel channel;
  private final Gateway gateway;

  PeerConnection(Profile profile, GatewayPeer peer, Signer signer) {
    this.peer = peer;
    this.channelName = profile.channel();
    this.channel = open(peer);
    this.gateway =
        Gateway.newInstance()
            .identity(
                new X509Identity(
                    profile.identity().mspId().text(), profile.identity().certificate().first()))
            .signer(new IdentitySigner(signer))
            // The signer hashes by itself, as its suite says.
            .hash(Hash.NONE)
            .connection(channel)
            .evaluateOptions(within(profile.deadlines().evaluate()))
            .endorseOptions(within(profile.deadlines().endorse()))
            .submitOptions(within(profile.deadlines().submit()))
            .commitStatusOptions(within(profile.deadlines().probe()))
            .chaincodeEventsOptions(within(profile.deadlines().stream()))
            .blockEventsOptions(within(profile.deadlines().stream()))
            .connect();
  }

  private static UnaryOperator<CallOptions> within(Duration deadline) {
    return options -> options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static ManagedChannel open(GatewayPeer peer) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forTarget("dns:///" + peer.endpoint().text())
            .maxInboundMessageSize(LARGEST_MESSAGE);
    if (peer.tlsAuthorities().isEmpty()) {
      builder.usePlaintext();
    } else {
      byte[] authorities = peer.tlsAuthorities().get().text().getBytes(StandardCharsets.US_ASCII);
      try {
        builder.sslContext(
            GrpcSslContexts.forClient()
                .trustManager(new ByteArrayInputStream(authorities))
                .build());
      } catch (SSLException e) {
        throw new IllegalStateException("certificates that were read are trusted", e);
      }
      peer.serverName().ifPresent(builder::overrideAuthority);
    }
    return builder.build();
  }

  GatewayPeer peer() {
    return peer;
  }

  Gateway gateway() {
    return gateway;
  }

  Network network() {
    return gateway.getNetwork(channelName);
  }

  /**
   * A peer that was away may be back: its next call does not wait for the client's own patience.
   */
  void wake() {
    if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
      channel.resetConnectBackoff();
    }
  }

  @Override
  public void close() {
    gateway.close();
    channel.shutdownNow();
    try {
      channel.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
