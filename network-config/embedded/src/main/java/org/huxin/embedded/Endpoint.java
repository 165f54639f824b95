// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
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
import javax.net.ssl.SSLException;
import org.huxin.embedded.gateway.TlsBinding;
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
  private final Optional<SslContext> tls;
  private final boolean mutual;
  private final int port;
  private Server server;

  private Endpoint(int wanted, Optional<SslContext> tls, boolean mutual) {
    this.tls = tls;
    this.mutual = mutual;
    this.server = listen(wanted);
    this.port = server.getPort();
  }

  private Server listen(int wanted) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted))
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .fallbackHandlerRegistry(services);
    tls.ifPresent(builder::sslContext);
    if (mutual) {
      builder.intercept(new TlsBinding());
    }
    try {
      return builder.build().start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + wanted, e);
    }
  }

  /** Listens without TLS; port 0 is any that is free. */
  static Endpoint plain(int port) {
    return new Endpoint(port, Optional.empty(), false);
  }

  /**
   * Listens with TLS.
   *
   * @param port 0 for any that is free
   * @param all the organisations whose clients may connect, if they must show certificates
   */
  static Endpoint secured(
      OrganisationKeys keys, int port, Transport transport, List<OrganisationKeys> all) {
    return new Endpoint(
        port, Optional.of(tls(keys, transport, all)), transport == Transport.MUTUAL_TLS);
  }

  private static SslContext tls(
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
    try {
      return tls.build();
    } catch (SSLException e) {
      throw new IllegalStateException("the keys of " + keys.mspId() + " serve no TLS", e);
    }
  }

  private static InputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }

  int port() {
    return port;
  }

  String address() {
    return "127.0.0.1:" + port();
  }

  void serve(BindableService service) {
    services.add(service);
  }

  /** Listens again, on the same port. */
  synchronized void reopen() {
    if (server.isShutdown()) {
      server = listen(port);
    }
  }

  /** Connections break, and nobody listens any more. */
  @Override
  public synchronized void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
