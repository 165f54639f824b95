// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemReader;
import org.huxin.core.id.MspId;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.sdk.profile.CertificatesPem;
import org.huxin.sdk.profile.FabricIdentity;
import org.huxin.sdk.profile.PrivateKeyPem;

/** Identities that certify themselves: enough where nobody checks who calls. */
public final class SampleIdentity {
  private SampleIdentity() {}

  /** An identity of a fresh key, valid for some time. */
  public static FabricIdentity of(Instant from, Instant to) {
    return of(SigningKey.generate(SignatureSuite.P256, new SecureRandom()), from, to);
  }

  /** An identity of this key. */
  public static FabricIdentity of(SigningKey key, Instant from, Instant to) {
    try {
      PrivateKey jca =
          KeyFactory.getInstance("EC")
              .generatePrivate(
                  new PKCS8EncodedKeySpec(
                      new PemReader(new StringReader(key.toPem())).readPemObject().getContent()));
      X500Name name = new X500Name("CN=window");
      X509CertificateHolder certificate =
          new X509v3CertificateBuilder(
                  name,
                  BigInteger.ONE,
                  Date.from(from),
                  Date.from(to),
                  name,
                  SubjectPublicKeyInfo.getInstance(key.publicKey().toSpki().toByteArray()))
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(jca));
      StringWriter pem = new StringWriter();
      try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
        writer.writeObject(certificate);
      }
      return new FabricIdentity(
          new MspId("OrdosMSP"),
          new CertificatesPem(pem.toString()),
          Optional.of(new PrivateKeyPem(key.toPem())));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
