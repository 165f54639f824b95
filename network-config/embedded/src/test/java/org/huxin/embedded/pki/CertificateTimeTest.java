// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

/** RFC 5280 section 4.1.2.5. */
class CertificateTimeTest {
  private static final Instant LAST = Instant.parse("2049-12-31T23:59:59Z");

  private static X509CertificateHolder certificate(Instant notBefore, Instant notAfter) {
    return CertificateAuthority.root(
            "ca", "city.example", new Validity(notBefore, notAfter), new SecureRandom())
        .credential()
        .parsed();
  }

  @Test
  void theYearHasTwoDigitsUntil2049() {
    X509CertificateHolder made = certificate(Instant.parse("2009-03-04T05:06:07Z"), LAST);
    assertEquals(Instant.parse("2009-03-04T05:06:07Z"), made.getNotBefore().toInstant());
    assertEquals(LAST, made.getNotAfter().toInstant());
    assertInstanceOf(ASN1UTCTime.class, notAfter(made).toASN1Primitive());
  }

  @Test
  void theYearHasFourDigitsAfterwards() {
    X509CertificateHolder made = certificate(LAST, LAST.plusSeconds(1));
    assertEquals(Instant.parse("2050-01-01T00:00:00Z"), made.getNotAfter().toInstant());
    assertInstanceOf(ASN1GeneralizedTime.class, notAfter(made).toASN1Primitive());
  }

  private static Time notAfter(X509CertificateHolder certificate) {
    return certificate.toASN1Structure().getEndDate();
  }
}
