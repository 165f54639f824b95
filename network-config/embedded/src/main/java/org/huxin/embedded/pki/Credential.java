// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.pki;

import java.io.IOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.access.Pem;

/**
 * A certificate and the key pair that it certifies.
 *
 * @param certificate the X.509 certificate, DER
 * @param keyPair the keys
 */
public record Credential(Bytes certificate, P256KeyPair keyPair) {

  /**
   * Reads a certificate and a PKCS#8 private key, both PEM.
   *
   * @throws IllegalArgumentException if one of the texts is something else
   */
  public static Credential fromPem(String certificate, String privateKey) {
    return new Credential(Pem.decode("CERTIFICATE", certificate), P256KeyPair.fromPem(privateKey));
  }

  /** The certificate as PEM. */
  public String certificatePem() {
    return Pem.encode("CERTIFICATE", certificate);
  }

  /** When the certificate is valid. */
  public Validity validity() {
    X509CertificateHolder parsed = parsed();
    return new Validity(parsed.getNotBefore().toInstant(), parsed.getNotAfter().toInstant());
  }

  /** The subject's distinguished name. */
  public String subject() {
    return parsed().getSubject().toString();
  }

  X509CertificateHolder parsed() {
    try {
      return new X509CertificateHolder(certificate.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("not a certificate", e);
    }
  }
}
