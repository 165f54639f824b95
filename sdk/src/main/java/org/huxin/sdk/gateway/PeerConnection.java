// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import io.grpc.CallOptions;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.sdk.profile.ClientTls;
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

  PeerConnection(Profile profile, GatewayPeer peer, IdentitySigner signer) {
    this.peer = peer;
    this.channelName = profile.channel();
    this.channel = open(profile, peer);
    Gateway.Builder builder =
        Gateway.newInstance()
            .identity(
                new X509Identity(
                    profile.identity().mspId().text(), profile.identity().certificate().first()))
            .signer(signer)
            // The signer hashes by itself, as its suite says.
            .hash(Hash.NONE)
            .connection(channel)
            .evaluateOptions(within(profile.deadlines().evaluate()))
            .endorseOptions(within(profile.deadlines().endorse()))
            .submitOptions(within(profile.deadlines().submit()))
            .commitStatusOptions(within(profile.deadlines().probe()))
            .chaincodeEventsOptions(within(profile.deadlines().stream()))
            .blockEventsOptions(within(profile.deadlines().stream()));
    profile.clientTls().map(PeerConnection::hash).ifPresent(builder::tlsClientCertificateHash);
    this.gateway = builder.connect();
  }

  private static UnaryOperator<CallOptions> within(Duration deadline) {
    return options -> options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** By which a peer knows that what was signed came by this connection. */
  private static byte[] hash(ClientTls own) {
    try {
      Bytes der = Bytes.of(own.certificate().first().getEncoded());
      return DigestAlgorithm.SHA_256.digest(der).value().toByteArray();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read is written", e);
    }
  }

  private static ManagedChannel open(Profile profile, GatewayPeer peer) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forTarget("dns:///" + peer.endpoint().text())
            .maxInboundMessageSize(LARGEST_MESSAGE);
    if (peer.tlsAuthorities().isEmpty()) {
      builder.usePlaintext();
    } else {
      SslContextBuilder tls =
          GrpcSslContexts.forClient().trustManager(stream(peer.tlsAuthorities().get().text()));
      profile
          .clientTls()
          .ifPresent(
              own ->
                  tls.keyManager(
                      stream(own.certificate().text()), stream(own.privateKey().text())));
      try {
        builder.sslContext(tls.build());
      } catch (SSLException e) {
        throw new IllegalStateException("certificates that were read are trusted", e);
      }
      peer.serverName().ifPresent(builder::overrideAuthority);
    }
    return builder.build();
  }

  private static InputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
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
