// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.huxin.core.id.MspId;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.embedded.Organisation;
import org.huxin.embedded.pki.Credential;
import org.huxin.fabric.access.Pem;
import org.huxin.sdk.profile.CertificatesPem;
import org.huxin.sdk.profile.FabricIdentity;
import org.huxin.sdk.profile.PrivateKeyPem;

/** A client of an organisation whose key is of P-384, certified by the organisation. */
final class SampleP384 {
  private SampleP384() {}

  static FabricIdentity client(Organisation organisation)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    KeyPair keys = generator.generateKeyPair();
    Credential authority = organisation.keys().intermediate().credential();
    X509CertificateHolder certificate = certificate(authority, keys);
    return new FabricIdentity(
        new MspId(organisation.mspId()),
        new CertificatesPem(Pem.encode("CERTIFICATE", Bytes.of(certificate.getEncoded()))),
        Optional.of(
            new PrivateKeyPem(
                Pem.encode("PRIVATE KEY", Bytes.of(keys.getPrivate().getEncoded())))));
  }

  private static X509CertificateHolder certificate(Credential authority, KeyPair keys)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    X509CertificateHolder issuer = new X509CertificateHolder(authority.certificate().toByteArray());
    PrivateKey signing = authority.keyPair().toPrivateKey();
    JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
    // Fabric judges the chain at the moment from which the leaf is valid.
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
            issuer.getSubject(),
            BigInteger.valueOf(now.toEpochMilli()),
            Date.from(authority.validity().notBefore()),
            Date.from(now.plus(Duration.ofDays(1))),
            new X500Name("CN=window,OU=client"),
            SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            extensions.createAuthorityKeyIdentifier(issuer))
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing));
  }
}
