// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.pki.Credential;
import org.huxin.embedded.pki.OrganisationKeys;

/**
 * The channel participation interface of a city's orderer (REST), with mutual TLS: whoever shows a
 * certificate of the city's TLS authority may use it. Thread-safe.
 */
public final class ChannelParticipation {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CREATED = 201;
  private static final int OK = 200;

  /** Does not occur in a block: blocks hold certificates in PEM, which have no such run. */
  private static final String BOUNDARY = "huxin-7f3a1c58e0d24b96";

  private final String endpoint;
  private final URI channels;
  private final HttpClient client;

  /**
   * The interface at {@code host:port}.
   *
   * @param shown the TLS certificate that the city's TLS authority issued to the operator
   */
  public ChannelParticipation(OrganisationKeys keys, Credential shown, String endpoint) {
    this.endpoint = endpoint;
    this.channels = URI.create("https://" + endpoint + "/participation/v1/channels");
    this.client =
        HttpClient.newBuilder().sslContext(tls(keys, shown)).connectTimeout(PATIENCE).build();
  }

  /**
   * Joins the channel of a configuration block; once this returns, the orderer is a consenter, or
   * catches up to become one.
   *
   * @throws AdministrationRefusedException {@link AdministrationRefusal#JOIN_REFUSED} or {@link
   *     AdministrationRefusal#NOT_REACHED}
   */
  public void join(Bytes block) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ascii(
            "--%s\r\nContent-Disposition: form-data; name=\"config-block\"; filename=\"block\"\r\n"
                    .formatted(BOUNDARY)
                + "Content-Type: application/octet-stream\r\n\r\n"));
    body.writeBytes(block.toByteArray());
    body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(channels)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    if (response.statusCode() != CREATED) {
      throw new AdministrationRefusedException(
          AdministrationRefusal.JOIN_REFUSED,
          Map.of("orderer", endpoint, "answer", response.body().strip()));
    }
  }

  /**
   * Whether the orderer knows a channel.
   *
   * @throws AdministrationRefusedException {@link AdministrationRefusal#NOT_REACHED}
   */
  public boolean knows(String channelId) {
    return send(HttpRequest.newBuilder(URI.create(channels + "/" + channelId)).GET()).statusCode()
        == OK;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw notReached(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notReached("interrupted");
    }
  }

  private AdministrationRefusedException notReached(String why) {
    return new AdministrationRefusedException(
        AdministrationRefusal.NOT_REACHED, Map.of("orderer", endpoint, "failure", why));
  }

  private static SSLContext tls(OrganisationKeys keys, Credential shown) {
    try {
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(null, null);
      own.setKeyEntry(
          "operator",
          shown.keyPair().toPrivateKey(),
          new char[0],
          new Certificate[] {certificate(shown)});
      KeyManagerFactory ownKeys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      ownKeys.init(own, new char[0]);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("tlsca", certificate(keys.tlsRoot().credential()));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(ownKeys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the JDK takes certificates just made", e);
    }
  }

  private static Certificate certificate(Credential credential) throws CertificateException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(credential.certificate().toByteArray()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
