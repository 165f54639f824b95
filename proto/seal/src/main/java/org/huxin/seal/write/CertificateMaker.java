// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signer;
import org.huxin.crypto.signature.VerifyingKey;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.certificate.RevocationList;

/** A small authority that issues SM2 certificates for demonstrations and tests. */
public final class CertificateMaker {
  private final X500Name name;
  private final Signer signer;
  private final Instant notBefore;
  private final Instant notAfter;

  /**
   * An authority.
   *
   * @param name what it is called
   * @param signer its key, of SM2
   * @param notBefore the first moment of what it issues
   * @param notAfter the last moment of what it issues
   */
  public CertificateMaker(String name, Signer signer, Instant notBefore, Instant notAfter) {
    this.name = name(name);
    this.signer = signer;
    this.notBefore = notBefore;
    this.notAfter = notAfter;
  }

  /** What a certificate is for. */
  public enum Purpose {
    /** Issuing certificates and revocation lists. */
    AUTHORITY(KeyUsage.keyCertSign | KeyUsage.cRLSign),
    /** Signing documents and seals. */
    SIGNING(KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
    /** Stamping times. */
    TIME_STAMPING(KeyUsage.digitalSignature),
    /** Agreeing on keys: not for signing. */
    ENCRYPTION(KeyUsage.keyAgreement);

    private final int usage;

    Purpose(int usage) {
      this.usage = usage;
    }
  }

  /** The authority's own certificate, signed by itself. */
  public Certificate root() {
    return issue(name, signer.publicKey(), Purpose.AUTHORITY, BigInteger.ONE);
  }

  /**
   * Issues a certificate.
   *
   * @param subject what its holder is called
   * @param key its holder's key
   * @param purpose what it is for
   * @param serial its number, different for each certificate
   */
  public Certificate issue(String subject, VerifyingKey key, Purpose purpose, long serial) {
    return issue(name(subject), key, purpose, BigInteger.valueOf(serial));
  }

  private Certificate issue(
      X500Name subject, VerifyingKey key, Purpose purpose, BigInteger serial) {
    try {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              name,
              serial,
              time(notBefore),
              time(notAfter),
              subject,
              SubjectPublicKeyInfo.getInstance(key.toSpki().toByteArray()));
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(purpose == Purpose.AUTHORITY));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(purpose.usage));
      if (purpose == Purpose.TIME_STAMPING) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            true,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
      }
      X509CertificateHolder holder = builder.build(new Sm2ContentSigner(signer));
      return Certificate.read(Bytes.of(holder.getEncoded()));
    } catch (IOException e) {
      throw new IllegalStateException("a certificate of known parts has an encoding", e);
    }
  }

  /**
   * A list of what the authority revoked.
   *
   * @param revoked since when each serial number is revoked
   */
  public RevocationList revoke(Map<Long, Instant> revoked) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, time(notBefore));
    builder.setNextUpdate(time(notAfter));
    new TreeMap<>(revoked)
        .forEach(
            (serial, since) ->
                builder.addCRLEntry(BigInteger.valueOf(serial), Date.from(since), 0));
    try {
      return RevocationList.read(
          Bytes.of(builder.build(new Sm2ContentSigner(signer)).getEncoded()));
    } catch (IOException e) {
      throw new IllegalStateException("a list of known parts has an encoding", e);
    }
  }

  private static Time time(Instant at) {
    return new Time(Date.from(at), Locale.ROOT);
  }

  private static X500Name name(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "CN")
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  /** Signs what the library hands over with a signer of this project. */
  private static final class Sm2ContentSigner implements ContentSigner {
    private final Signer signer;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Sm2ContentSigner(Signer signer) {
      this.signer = signer;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
    }

    @Override
    public OutputStream getOutputStream() {
      return content;
    }

    @Override
    public byte[] getSignature() {
      return signer.sign(Bytes.of(content.toByteArray())).toDer().toByteArray();
    }
  }
}
