// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.huxin.sdk.profile.GatewayPeer;

/** Whether a peer can be reached as its profile says: name, port, TLS. */
public final class EndpointExamination {
  private final GatewayPeer peer;
  private final Duration patience;

  /**
   * Of a peer.
   *
   * @param patience how long each step may take
   */
  public EndpointExamination(GatewayPeer peer, Duration patience) {
    this.peer = peer;
    this.patience = patience;
  }

  /** The first thing that is wrong, or that the connection stands. */
  public Finding examine() {
    String place = peer.endpoint().text();
    int colon = place.lastIndexOf(':');
    String host = place.substring(0, colon);
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      return Finding.of(Symptom.HOST_UNKNOWN, place, host);
    }
    InetSocketAddress target =
        new InetSocketAddress(address, Integer.parseInt(place.substring(colon + 1)));
    try (Socket socket = new Socket()) {
      socket.connect(target, (int) patience.toMillis());
    } catch (SocketTimeoutException e) {
      return Finding.of(Symptom.PORT_SILENT, place);
    } catch (ConnectException e) {
      return Finding.of(Symptom.PORT_CLOSED, place);
    } catch (IOException e) {
      return Finding.of(Symptom.PORT_SILENT, place);
    }
    return peer.tlsAuthorities().isPresent() ? secured(place, host, target) : plain(place, target);
  }

  private Finding plain(String place, InetSocketAddress target) {
    SeenCertificate seen = new SeenCertificate();
    try {
      shake(target, seen, "");
      return Finding.of(Symptom.TLS_NEEDED, place, seen.issuer());
    } catch (IOException e) {
      return seen.isSeen()
          ? Finding.of(Symptom.TLS_NEEDED, place, seen.issuer())
          : Finding.of(Symptom.CONNECTED, place);
    }
  }

  private Finding secured(String place, String host, InetSocketAddress target) {
    String name = peer.serverName().orElse(host);
    try {
      shake(target, ofProfile(), name);
      return Finding.of(Symptom.CONNECTED, place);
    } catch (IOException e) {
      return refused(place, name, target, e);
    }
  }

  /** What a handshake that trusts everybody shows tells why the other one failed. */
  private Finding refused(
      String place, String name, InetSocketAddress target, IOException failure) {
    SeenCertificate seen = new SeenCertificate();
    try {
      shake(target, seen, "");
    } catch (IOException e) {
      if (!seen.isSeen()) {
        return Finding.of(
            e instanceof SocketTimeoutException ? Symptom.PORT_SILENT : Symptom.TLS_NOT_SPOKEN,
            place);
      }
    }
    if (causedBy(failure, CertificateExpiredException.class)) {
      return Finding.of(Symptom.TLS_EXPIRED, place, seen.until());
    }
    boolean trusted;
    try {
      shake(target, ofProfile(), "");
      trusted = true;
    } catch (IOException e) {
      trusted = false;
    }
    return trusted
        ? Finding.of(Symptom.TLS_OTHER_NAME, place, name, seen.names())
        : Finding.of(Symptom.TLS_OTHER_AUTHORITY, place, seen.issuer());
  }

  private static boolean causedBy(Throwable failure, Class<? extends Throwable> kind) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  private TrustManager ofProfile() throws IOException {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      List<X509Certificate> all = peer.tlsAuthorities().orElseThrow().certificates();
      for (int i = 0; i < all.size(); i++) {
        trusted.setCertificateEntry("authority " + i, all.get(i));
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      return factory.getTrustManagers()[0];
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Shakes hands and hangs up. */
  private void shake(InetSocketAddress target, TrustManager trust, String name) throws IOException {
    String host = name.isEmpty() ? target.getHostString() : name;
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      try (Socket plain = new Socket()) {
        plain.connect(target, (int) patience.toMillis());
        plain.setSoTimeout((int) patience.toMillis());
        try (SSLSocket socket =
            (SSLSocket)
                context
                    .getSocketFactory()
                    // Where the name does not fit, the JDK takes the host that it was given.
                    .createSocket(plain, host, target.getPort(), false)) {
          SSLParameters parameters = socket.getSSLParameters();
          parameters.setApplicationProtocols(new String[] {"h2"});
          if (!name.isEmpty()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setServerNames(List.of(new SNIHostName(name)));
          }
          socket.setSSLParameters(parameters);
          socket.startHandshake();
        }
      }
    } catch (GeneralSecurityException e) {
      throw new SSLException(e);
    }
  }
}
