// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;

/**
 * One or more X.509 certificates.
 *
 * @param text PEM blocks, one after the other
 */
public record CertificatesPem(String text) {
  /** A chain of four certificates stays beneath it. */
  public static final int MAX_LENGTH = 16 * 1024;

  static final Codec<CertificatesPem> CODEC =
      Codecs.text("certificates in PEM", MAX_LENGTH, CertificatesPem::new, CertificatesPem::text);

  /**
   * Certificates.
   *
   * @throws ProfileRefusedException {@link ProfileRefusal#CERTIFICATE_UNREADABLE} if the text is
   *     something else
   */
  public CertificatesPem {
    if (text.length() > MAX_LENGTH || parse(text).isEmpty()) {
      throw ProfileRefusedException.of(ProfileRefusal.CERTIFICATE_UNREADABLE);
    }
  }

  /** The certificates in the order of the text; at least one. */
  public List<X509Certificate> certificates() {
    return parse(text);
  }

  /** The first certificate. */
  public X509Certificate first() {
    return certificates().get(0);
  }

  private static List<X509Certificate> parse(String text) {
    List<X509Certificate> found = new ArrayList<>();
    try {
      CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
          .forEach(each -> found.add((X509Certificate) each));
    } catch (CertificateException e) {
      throw ProfileRefusedException.of(ProfileRefusal.CERTIFICATE_UNREADABLE);
    }
    return List.copyOf(found);
  }
}
