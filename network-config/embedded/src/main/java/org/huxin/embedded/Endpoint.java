// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.huxin.embedded.pki.OrganisationKeys;

/**
 * The server of one organisation, on the loopback interface. It listens from the start, so that its
 * port is known before there is anything to serve.
 */
final class Endpoint implements AutoCloseable {
  /** A peer's default for {@code peer.maxRecvMsgSize}. */
  private static final int LARGEST_MESSAGE = 100 << 20;

  private static final int SHUTDOWN_SECONDS = 5;

  /** Netty's events for the flight recorder load the recorder: a tenth of a cold start. */
  private static final String RECORDER_EVENTS = "io.grpc.netty.shaded.io.netty.jfr.enabled";

  static {
    if (System.getProperty(RECORDER_EVENTS) == null) {
      System.setProperty(RECORDER_EVENTS, "false");
    }
  }

  private final GrowingServices services = new GrowingServices();
  private final Server server;

  private Endpoint(int port, Optional<SslContextBuilder> tls) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .fallbackHandlerRegistry(services);
    try {
      if (tls.isPresent()) {
        builder.sslContext(tls.get().build());
      }
      server = builder.build().start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port, e);
    }
  }

  /** Listens without TLS; port 0 is any that is free. */
  static Endpoint plain(int port) {
    return new Endpoint(port, Optional.empty());
  }

  /**
   * Listens with TLS.
   *
   * @param port 0 for any that is free
   * @param all the organisations whose clients may connect, if they must show certificates
   */
  static Endpoint secured(
      OrganisationKeys keys, int port, Transport transport, List<OrganisationKeys> all) {
    return new Endpoint(port, Optional.of(tls(keys, transport, all)));
  }

  private static SslContextBuilder tls(
      OrganisationKeys keys, Transport transport, List<OrganisationKeys> all) {
    SslContextBuilder tls =
        GrpcSslContexts.forServer(
            stream(keys.peerTls().certificatePem()), stream(keys.peerTls().keyPair().toPem()));
    if (transport == Transport.MUTUAL_TLS) {
      ByteArrayOutputStream roots = new ByteArrayOutputStream();
      for (OrganisationKeys organisation : all) {
        roots.writeBytes(
            organisation
                .tlsRoot()
                .credential()
                .certificatePem()
                .getBytes(StandardCharsets.US_ASCII));
      }
      tls.trustManager(new ByteArrayInputStream(roots.toByteArray()))
          .clientAuth(ClientAuth.REQUIRE);
    }
    return tls;
  }

  private static InputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }

  int port() {
    return server.getPort();
  }

  String address() {
    return "127.0.0.1:" + port();
  }

  void serve(BindableService service) {
    services.add(service);
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
