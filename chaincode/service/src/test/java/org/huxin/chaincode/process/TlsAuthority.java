// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates for one test, as files. */
final class TlsAuthority {
  private static final Duration YEAR = Duration.ofDays(365);

  private final Path folder;
  private final String name;
  private final KeyPair keys;
  private int serial = 1;

  /**
   * The files of one certificate.
   *
   * @param key its private key
   * @param certificate the certificate
   */
  record Credentials(Path key, Path certificate) {}

  private TlsAuthority(Path folder, String name, KeyPair keys) {
    this.folder = folder;
    this.name = name;
    this.keys = keys;
  }

  /** A fresh one, whose files stand in a folder. */
  static TlsAuthority create(Path folder, String name) throws Exception {
    TlsAuthority authority = new TlsAuthority(folder, name, generate());
    write(authority.root(), "CERTIFICATE", authority.certificate(name, authority.keys, true));
    return authority;
  }

  /** Its own certificate. */
  Path root() {
    return folder.resolve(name + ".pem");
  }

  /** A fresh certificate for a server or client on this machine. */
  Credentials issue(String subject) throws Exception {
    KeyPair pair = generate();
    Credentials files =
        new Credentials(
            folder.resolve(subject + "-" + name + ".key"),
            folder.resolve(subject + "-" + name + ".pem"));
    write(files.key(), "PRIVATE KEY", pair.getPrivate().getEncoded());
    write(files.certificate(), "CERTIFICATE", certificate(subject, pair, false));
    return files;
  }

  private byte[] certificate(String subject, KeyPair pair, boolean authority)
      throws IOException, OperatorCreationException {
    Instant now = Instant.now();
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            new X500Name("CN=" + name),
            BigInteger.valueOf(serial++),
            Date.from(now.minus(YEAR)),
            Date.from(now.plus(YEAR)),
            new X500Name("CN=" + subject),
            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
    return builder
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
        .getEncoded();
  }

  private static KeyPair generate() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static void write(Path file, String label, byte[] der) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        file,
        "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n",
        StandardCharsets.US_ASCII);
  }
}
