// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.crypto.signature.CertificateKey;
import org.huxin.crypto.signature.SignatureHash;

/** A certificate authority for one test. */
final class TestAuthority {
  /** When every certificate begins that says nothing else. */
  static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

  private static final X509ExtensionUtils IDENTIFIERS = new BcX509ExtensionUtils();

  private final String algorithm;
  private final KeyPair keys;
  private final X509CertificateHolder certificate;
  private long serial = 1;

  /** Keys of P-256, P-384 or Ed25519, and how certificates are signed with them. */
  enum Kind {
    P256("secp256r1", "SHA256withECDSA"),
    P384("secp384r1", "SHA384withECDSA"),
    ED25519("", "Ed25519"),
    P256_SHA1("secp256r1", "SHA1withECDSA");

    private final String curve;
    private final String algorithm;

    Kind(String curve, String algorithm) {
      this.curve = curve;
      this.algorithm = algorithm;
    }

    KeyPair generate() {
      try {
        KeyPairGenerator generator =
            KeyPairGenerator.getInstance(curve.isEmpty() ? "Ed25519" : "EC");
        if (!curve.isEmpty()) {
          generator.initialize(new ECGenParameterSpec(curve));
        }
        return generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A certificate and its private key. */
  record Identity(ByteString pem, Bytes der, PrivateKey key, Kind kind) {
    /** What its MSP calls a signature: over SHA-256, or the message itself; with the lower s. */
    ByteString sign(ByteString message) {
      try {
        while (true) {
          Signature signer =
              Signature.getInstance(kind == Kind.ED25519 ? "Ed25519" : "SHA256withECDSA");
          signer.initSign(key);
          signer.update(message.toByteArray());
          byte[] signature = signer.sign();
          if (isLow(message, signature)) {
            return ByteString.copyFrom(signature);
          }
        }
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private boolean isLow(ByteString message, byte[] signature) {
      try {
        CertificateKey.ofSpki(
                Bytes.of(
                    new X509CertificateHolder(der.toByteArray())
                        .getSubjectPublicKeyInfo()
                        .getEncoded()))
            .verify(
                SignatureHash.SHA_256,
                Bytes.of(message.asReadOnlyByteBuffer()),
                Bytes.of(signature));
        return true;
      } catch (RefusedException e) {
        return false;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private TestAuthority(Kind kind, KeyPair keys, X509CertificateHolder certificate) {
    this.algorithm = kind.algorithm;
    this.keys = keys;
    this.certificate = certificate;
  }

  /** A root that has signed itself. */
  static TestAuthority root(Kind kind, String name) {
    KeyPair keys = kind.generate();
    X500Name subject = new X500Name("CN=" + name);
    return new TestAuthority(
        kind,
        keys,
        build(
            new Request(subject, Optional.empty(), true, 1), subject, keys, keys, kind.algorithm));
  }

  /** An authority beneath this one. */
  TestAuthority beneath(Kind kind, String name) {
    KeyPair other = kind.generate();
    Request request = new Request(new X500Name("CN=" + name), Optional.empty(), true, ++serial);
    return new TestAuthority(
        kind, other, build(request, certificate.getSubject(), keys, other, algorithm));
  }

  /** What a certificate says besides. */
  static final class Request {
    private final X500Name subject;
    private final Optional<KeyPurposeId> purpose;
    private final boolean authority;
    private final long serial;
    private Instant end = BEGIN.plus(Duration.ofDays(3650));
    private boolean strange;

    private Request(
        X500Name subject, Optional<KeyPurposeId> purpose, boolean authority, long serial) {
      this.subject = subject;
      this.purpose = purpose;
      this.authority = authority;
      this.serial = serial;
    }

    /** Ends it. */
    Request until(Instant at) {
      end = at;
      return this;
    }

    /** Adds a critical extension that nobody knows. */
    Request withUnknownCriticalExtension() {
      strange = true;
      return this;
    }
  }

  /** A request for somebody with these units. */
  Request request(String... units) {
    return request(Optional.empty(), false, units);
  }

  /** A request with an extended key usage, or for an authority's certificate. */
  Request request(Optional<KeyPurposeId> purpose, boolean authority, String... units) {
    StringBuilder name = new StringBuilder("CN=somebody");
    for (String unit : units) {
      name.append(",OU=").append(unit);
    }
    return new Request(new X500Name(name.toString()), purpose, authority, ++serial);
  }

  /** Issues it with a fresh key. */
  Identity issue(Kind kind, Request request) {
    KeyPair pair = kind.generate();
    X509CertificateHolder made = build(request, certificate.getSubject(), keys, pair, algorithm);
    return new Identity(pem(made), der(made), pair.getPrivate(), kind);
  }

  private static X509CertificateHolder build(
      Request request, X500Name issuer, KeyPair issuing, KeyPair subject, String algorithm) {
    SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(subject.getPublic().getEncoded());
    try {
      X509v3CertificateBuilder builder =
          new X509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(request.serial),
              Date.from(BEGIN),
              Date.from(request.end),
              request.subject,
              key);
      builder.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(request.authority));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(request.authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, IDENTIFIERS.createSubjectKeyIdentifier(key));
      if (request.purpose.isPresent()) {
        builder.addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(request.purpose.get()));
      }
      if (request.strange) {
        builder.addExtension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE);
      }
      return builder.build(signer(issuing, algorithm));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(KeyPair pair, String algorithm) {
    try {
      return new JcaContentSignerBuilder(algorithm).build(pair.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A list that revokes these, signed by this authority in the name of another or its own. */
  ByteString revoke(TestAuthority named, Identity... revoked) {
    return revocation(Optional.of(named), algorithm, revoked);
  }

  /** A list that names no authority by its key. */
  ByteString revokeUnnamed() {
    return revocation(Optional.empty(), algorithm);
  }

  /** A list signed as authorities did long ago. */
  ByteString revokeWithSha1(Identity revoked) {
    return revocation(Optional.of(this), "SHA1withECDSA", revoked);
  }

  private ByteString revocation(
      Optional<TestAuthority> named, String signedWith, Identity... revoked) {
    X509v2CRLBuilder list = new X509v2CRLBuilder(certificate.getSubject(), Date.from(BEGIN));
    try {
      for (Identity each : revoked) {
        list.addCRLEntry(
            new X509CertificateHolder(each.der.toByteArray()).getSerialNumber(),
            Date.from(BEGIN),
            CRLReason.keyCompromise);
      }
      if (named.isPresent()) {
        list.addExtension(
            Extension.authorityKeyIdentifier,
            false,
            IDENTIFIERS.createAuthorityKeyIdentifier(named.get().certificate));
      }
      return armoured("X509 CRL", list.build(signer(keys, signedWith)).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its certificate. */
  ByteString pem() {
    return pem(certificate);
  }

  /** The certificates of all. */
  static List<ByteString> pems(TestAuthority... all) {
    List<ByteString> pems = new ArrayList<>();
    for (TestAuthority each : all) {
      pems.add(each.pem());
    }
    return pems;
  }

  private static Bytes der(X509CertificateHolder holder) {
    try {
      return Bytes.of(holder.getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static ByteString pem(X509CertificateHolder holder) {
    return armoured("CERTIFICATE", der(holder).toByteArray());
  }

  /** A PEM block with another label than usual, if so wished. */
  static ByteString armoured(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ByteString.copyFromUtf8(
        "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
  }
}
