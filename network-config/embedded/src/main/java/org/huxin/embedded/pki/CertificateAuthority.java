// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.access.Pem;
import org.jspecify.annotations.Nullable;

/**
 * Issues certificates of one authority as Fabric's MSP wants them: P-256, subject key identifiers
 * in authorities, roles as OU, low-S signatures. Immutable; the randomness is that of the caller.
 */
public final class CertificateAuthority {
  private static final String COUNTRY = "CN";

  /** RFC 5280 section 4.1.2.2 allows 20 octets; 127 random bits are never repeated. */
  private static final int SERIAL_BITS = 127;

  private static final int LAST_UTC_TIME = 2049;

  private final Credential credential;

  /** An authority that exists. */
  public CertificateAuthority(Credential credential) {
    this.credential = credential;
  }

  /** A fresh root authority {@code name.domain}, signed by itself. */
  public static CertificateAuthority root(
      String name, String domain, Validity validity, SecureRandom random) {
    P256KeyPair keyPair = P256KeyPair.generate(random);
    X500Name subject = name(domain, null, name + "." + domain);
    X509v3CertificateBuilder builder = builder(subject, subject, keyPair, validity, random);
    authorityExtensions(builder, keyPair);
    return new CertificateAuthority(sign(builder, keyPair, keyPair));
  }

  /** The authority's own certificate and keys. */
  public Credential credential() {
    return credential;
  }

  /** A fresh authority {@code name.domain} beneath this one. */
  public CertificateAuthority intermediate(
      String name, String domain, Validity validity, SecureRandom random) {
    P256KeyPair keyPair = P256KeyPair.generate(random);
    X509v3CertificateBuilder builder =
        builderFor(name(domain, null, name + "." + domain), keyPair, validity, random);
    authorityExtensions(builder, keyPair);
    addAuthorityKeyIdentifier(builder);
    return new CertificateAuthority(sign(builder, credential.keyPair(), keyPair));
  }

  /** A fresh identity of a role; its common name is {@code name}. */
  public Credential identity(Role role, String name, Validity validity, SecureRandom random) {
    P256KeyPair keyPair = P256KeyPair.generate(random);
    X509v3CertificateBuilder builder =
        builderFor(name(null, role.organisationalUnit(), name), keyPair, validity, random);
    add(builder, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    add(builder, Extension.basicConstraints, true, new BasicConstraints(false));
    addAuthorityKeyIdentifier(builder);
    return sign(builder, credential.keyPair(), keyPair);
  }

  /** A fresh TLS certificate, for servers and clients, good for the name and the local machine. */
  public Credential tls(String name, Validity validity, SecureRandom random) {
    P256KeyPair keyPair = P256KeyPair.generate(random);
    X509v3CertificateBuilder builder =
        builderFor(name(null, null, name), keyPair, validity, random);
    add(
        builder,
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
    add(
        builder,
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
    add(builder, Extension.basicConstraints, true, new BasicConstraints(false));
    addAuthorityKeyIdentifier(builder);
    add(
        builder,
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, name),
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
    return sign(builder, credential.keyPair(), keyPair);
  }

  /**
   * A certificate with the subject, the keys and the extensions of another, valid anew. The public
   * key stays, so whoever pinned the key need not be told.
   *
   * @throws IllegalArgumentException if this authority did not issue the other
   */
  public Credential renew(Credential old, Validity validity, SecureRandom random) {
    X509CertificateHolder parsed = old.parsed();
    if (!parsed.getIssuer().equals(credential.parsed().getSubject())) {
      throw new IllegalArgumentException("issued by another authority");
    }
    X509v3CertificateBuilder builder =
        builderFor(parsed.getSubject(), old.keyPair(), validity, random);
    for (Object id : parsed.getExtensionOIDs()) {
      Extension extension = parsed.getExtension((ASN1ObjectIdentifier) id);
      add(builder, extension.getExtnId(), extension.isCritical(), extension.getParsedValue());
    }
    return sign(builder, credential.keyPair(), old.keyPair());
  }

  /**
   * A certificate revocation list, PEM.
   *
   * @param revoked certificates of this authority
   * @param number greater than that of every earlier list
   */
  public String revocationList(
      Collection<Credential> revoked, long number, Instant thisUpdate, Instant nextUpdate) {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(credential.parsed().getSubject(), time(thisUpdate));
    builder.setNextUpdate(time(nextUpdate));
    for (Credential one : revoked) {
      builder.addCRLEntry(one.parsed().getSerialNumber(), Date.from(thisUpdate), 0);
    }
    try {
      builder.addExtension(Extension.authorityKeyIdentifier, false, authorityKeyIdentifier());
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
      return Pem.encode(
          "X509 CRL", Bytes.of(builder.build(signer(credential.keyPair())).getEncoded()));
    } catch (IOException e) {
      throw new IllegalStateException("a revocation list can be written", e);
    }
  }

  private X509v3CertificateBuilder builderFor(
      X500Name subject, P256KeyPair keyPair, Validity validity, SecureRandom random) {
    return builder(credential.parsed().getSubject(), subject, keyPair, validity, random);
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer,
      X500Name subject,
      P256KeyPair keyPair,
      Validity validity,
      SecureRandom random) {
    return new X509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, random).max(BigInteger.ONE),
        time(validity.notBefore()),
        time(validity.notAfter()),
        subject,
        keyPair.subjectPublicKeyInfo());
  }

  /**
   * RFC 5280 section 4.1.2.5: two digits of the year up to 2049, then four. Made from its encoding:
   * from a date, Bouncy Castle would make it with the locale's formats, which a cold start pays
   * for.
   */
  private static Time time(Instant instant) {
    OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
    long digits = utc.getYear();
    for (int part :
        new int[] {
          utc.getMonthValue(), utc.getDayOfMonth(), utc.getHour(), utc.getMinute(), utc.getSecond()
        }) {
      digits = digits * 100 + part;
    }
    boolean twoDigits = utc.getYear() <= LAST_UTC_TIME;
    String text = (twoDigits ? Long.toString(digits).substring(2) : Long.toString(digits)) + 'Z';
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.write(twoDigits ? BERTags.UTC_TIME : BERTags.GENERALIZED_TIME);
    der.write(text.length());
    der.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    try {
      return Time.getInstance(ASN1Primitive.fromByteArray(der.toByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException("a time can be written", e);
    }
  }

  private static void authorityExtensions(X509v3CertificateBuilder builder, P256KeyPair keyPair) {
    add(
        builder,
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign));
    add(builder, Extension.basicConstraints, true, new BasicConstraints(true));
    add(
        builder,
        Extension.subjectKeyIdentifier,
        false,
        new SubjectKeyIdentifier(keyPair.keyIdentifier().toByteArray()));
  }

  private void addAuthorityKeyIdentifier(X509v3CertificateBuilder builder) {
    add(builder, Extension.authorityKeyIdentifier, false, authorityKeyIdentifier());
  }

  private AuthorityKeyIdentifier authorityKeyIdentifier() {
    SubjectKeyIdentifier own =
        SubjectKeyIdentifier.fromExtensions(credential.parsed().getExtensions());
    return new AuthorityKeyIdentifier(own.getKeyIdentifier());
  }

  private static X500Name name(
      @Nullable String organisation, @Nullable String unit, String commonName) {
    X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, COUNTRY);
    if (organisation != null) {
      name.addRDN(BCStyle.O, organisation);
    }
    if (unit != null) {
      name.addRDN(BCStyle.OU, unit);
    }
    return name.addRDN(BCStyle.CN, commonName).build();
  }

  private static void add(
      X509v3CertificateBuilder builder,
      ASN1ObjectIdentifier id,
      boolean critical,
      ASN1Encodable value) {
    try {
      builder.addExtension(id, critical, value);
    } catch (IOException e) {
      throw new IllegalStateException("an extension can be written", e);
    }
  }

  private static Credential sign(
      X509v3CertificateBuilder builder, P256KeyPair issuer, P256KeyPair subject) {
    try {
      return new Credential(Bytes.of(builder.build(signer(issuer)).getEncoded()), subject);
    } catch (IOException e) {
      throw new IllegalStateException("a certificate can be written", e);
    }
  }

  private static ContentSigner signer(P256KeyPair keyPair) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    return new ContentSigner() {
      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
      }

      @Override
      public OutputStream getOutputStream() {
        return content;
      }

      @Override
      public byte[] getSignature() {
        return keyPair.sign(Bytes.of(content.toByteArray())).toByteArray();
      }
    };
  }
}
