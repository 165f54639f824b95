// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli.doctor;

import java.net.Socket;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Looks at the certificate that a server shows, and trusts it for the handshake alone: nothing is
 * ever sent over such a connection.
 */
final class SeenCertificate extends X509ExtendedTrustManager {
  private Optional<X509Certificate> seen = Optional.empty();

  boolean isSeen() {
    return seen.isPresent();
  }

  /** Who issued it. */
  String issuer() {
    return seen.map(each -> each.getIssuerX500Principal().getName()).orElse("?");
  }

  /** Until when it is valid. */
  String until() {
    return seen.map(each -> each.getNotAfter().toInstant().toString()).orElse("?");
  }

  /** For which names it is. */
  String names() {
    try {
      List<String> names = new ArrayList<>();
      Collection<List<?>> all =
          seen.isPresent() ? seen.get().getSubjectAlternativeNames() : List.of();
      if (all != null) {
        all.forEach(each -> names.add(String.valueOf(each.get(1))));
      }
      return String.join(", ", names);
    } catch (CertificateParsingException e) {
      return "?";
    }
  }

  private void see(X509Certificate[] chain) {
    seen = Optional.of(chain[0]);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    see(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
    see(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    see(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException("only servers are looked at");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
    throw new UnsupportedOperationException("only servers are looked at");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    throw new UnsupportedOperationException("only servers are looked at");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
