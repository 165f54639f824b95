// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.crypto.signature.CertificateKey;
import org.huxin.crypto.signature.SignatureHash;

/** A certificate, read once: what chains and roles are judged by. Immutable; equal by its bytes. */
final class FabricCertificate {
  /** How the signatures of certificates name their hash; SHA-1 is none of them. */
  private static final Map<ASN1ObjectIdentifier, SignatureHash> HASHES =
      Map.of(
          new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"), SignatureHash.SHA_256,
          new ASN1ObjectIdentifier("1.2.840.10045.4.3.3"), SignatureHash.SHA_384,
          new ASN1ObjectIdentifier("1.2.840.10045.4.3.4"), SignatureHash.SHA_512);

  /** id-Ed25519, RFC 8410. */
  private static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

  /** What peers understand; a critical extension of another kind spoils a certificate. */
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(
          Extension.subjectKeyIdentifier,
          Extension.keyUsage,
          Extension.subjectAlternativeName,
          Extension.basicConstraints,
          Extension.cRLDistributionPoints,
          Extension.certificatePolicies,
          Extension.policyMappings,
          Extension.authorityKeyIdentifier,
          Extension.policyConstraints,
          Extension.extendedKeyUsage,
          Extension.inhibitAnyPolicy,
          Extension.authorityInfoAccess);

  private final X509CertificateHolder holder;
  private final Bytes der;
  private final Optional<CertificateKey> key;
  private final List<String> units;

  private FabricCertificate(X509CertificateHolder holder, Bytes der) {
    this.holder = holder;
    this.der = der;
    this.key = key(holder);
    this.units = units(holder);
  }

  /** The certificate in the first PEM block, or empty if there is none that peers would read. */
  static Optional<FabricCertificate> ofPem(ByteString pem) {
    return PemBlock.first(pem).flatMap(FabricCertificate::ofDer);
  }

  static Optional<FabricCertificate> ofDer(Bytes der) {
    try {
      X509CertificateHolder holder = new X509CertificateHolder(der.toByteArray());
      boolean oneForm =
          Bytes.of(holder.toASN1Structure().getEncoded("DER")).equals(der)
              && holder
                  .getSignatureAlgorithm()
                  .equals(holder.toASN1Structure().getTBSCertificate().getSignature());
      if (oneForm) {
        FabricCertificate certificate = new FabricCertificate(holder, der);
        certificate.requireReadable();
        return Optional.of(certificate);
      }
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle's parsers throw several kinds; there is no certificate in any case.
    }
    return Optional.empty();
  }

  private static Optional<CertificateKey> key(X509CertificateHolder holder) {
    try {
      return Optional.of(
          CertificateKey.ofSpki(Bytes.of(holder.getSubjectPublicKeyInfo().getEncoded())));
    } catch (IOException | RefusedException e) {
      return Optional.empty();
    }
  }

  private static List<String> units(X509CertificateHolder holder) {
    List<String> units = new ArrayList<>();
    for (RDN name : holder.getSubject().getRDNs()) {
      for (AttributeTypeAndValue part : name.getTypesAndValues()) {
        if (part.getType().equals(BCStyle.OU) && part.getValue() instanceof ASN1String text) {
          units.add(text.getString());
        }
      }
    }
    return List.copyOf(units);
  }

  /** Reads what is read later, so that it fails here or never. */
  private void requireReadable() {
    boolean unusedAuthority = isAuthority();
    boolean unusedUse = maySign() && servesTls();
    Instant unusedBegin = notBefore();
    Instant unusedEnd = notAfter();
    Optional<Bytes> unusedIdentifier = subjectKeyIdentifier();
    int unusedBits = holder.getSignature().length;
  }

  /** The bytes. */
  Bytes der() {
    return der;
  }

  /** Its key; empty if it is of an algorithm that is not verified here. */
  Optional<CertificateKey> key() {
    return key;
  }

  /** The organisational units of the subject, in their order, with what stands there twice. */
  List<String> units() {
    return units;
  }

  Instant notBefore() {
    return holder.getNotBefore().toInstant();
  }

  Instant notAfter() {
    return holder.getNotAfter().toInstant();
  }

  Bytes serialNumber() {
    return Bytes.of(holder.getSerialNumber().toByteArray());
  }

  /** Whether the basic constraints say that it is an authority. */
  boolean isAuthority() {
    return basicConstraints().filter(BasicConstraints::isCA).isPresent();
  }

  private Optional<BasicConstraints> basicConstraints() {
    return value(Extension.basicConstraints).map(BasicConstraints::getInstance);
  }

  private Optional<ASN1Encodable> value(ASN1ObjectIdentifier name) {
    return Optional.ofNullable(holder.getExtension(name)).map(Extension::getParsedValue);
  }

  /** The subject key identifier, by which revocation lists name their authority. */
  Optional<Bytes> subjectKeyIdentifier() {
    return value(Extension.subjectKeyIdentifier)
        .map(value -> Bytes.of(ASN1OctetString.getInstance(value).getOctets()));
  }

  /** Whether names are constrained, which these rules do not judge. */
  boolean constrainsNames() {
    return holder.getExtension(Extension.nameConstraints) != null;
  }

  /** Whether its key usage, if it has any, lets it sign certificates. */
  private boolean maySign() {
    return value(Extension.keyUsage)
        .map(usage -> KeyUsage.getInstance(usage).hasUsages(KeyUsage.keyCertSign))
        .orElse(true);
  }

  /**
   * Whether its extended key usage, if it has any, includes TLS servers: Go demands that of every
   * chain where nothing else is said, and peers say nothing else.
   */
  boolean servesTls() {
    return value(Extension.extendedKeyUsage)
        .map(ExtendedKeyUsage::getInstance)
        .map(
            usage ->
                usage.hasKeyPurposeId(KeyPurposeId.id_kp_serverAuth)
                    || usage.hasKeyPurposeId(KeyPurposeId.anyExtendedKeyUsage))
        .orElse(true);
  }

  /** Whether it holds no critical extension that peers do not understand. */
  boolean isUnderstood() {
    return UNDERSTOOD.containsAll(holder.getCriticalExtensionOIDs());
  }

  /** Whether it is in force at an instant. */
  boolean isInForce(Instant at) {
    return !at.isBefore(notBefore()) && !at.isAfter(notAfter());
  }

  /** Whether so many authorities may stand between it and the certificate at the end. */
  boolean allowsBeneath(int authorities) {
    return basicConstraints()
        .filter(BasicConstraints::isCA)
        .map(BasicConstraints::getPathLenConstraint)
        .map(limit -> limit.intValueExact() >= authorities)
        .orElse(true);
  }

  /** Whether the other has its name and key; two such certificates are one link of a chain. */
  boolean isSameEntity(FabricCertificate other) {
    return Arrays.equals(encoded(holder.getSubject()), encoded(other.holder.getSubject()))
        && holder.getSubjectPublicKeyInfo().equals(other.holder.getSubjectPublicKeyInfo());
  }

  /** Whether its signature is one of ECDSA, which has two forms; SHA-1 is never verified. */
  boolean isEcdsaSigned() {
    ASN1ObjectIdentifier algorithm = holder.getSignatureAlgorithm().getAlgorithm();
    return HASHES.containsKey(algorithm) || algorithm.equals(X9ObjectIdentifiers.ecdsa_with_SHA1);
  }

  /** Whether it says that the other has issued it. */
  boolean names(FabricCertificate authority) {
    return Arrays.equals(encoded(authority.holder.getSubject()), encoded(holder.getIssuer()));
  }

  private static byte[] encoded(X500Name name) {
    try {
      return name.getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a name that was read can be written", e);
    }
  }

  /**
   * Checks that an authority has signed it.
   *
   * @return the certificate in the form with the lower s, or empty if the authority has not
   */
  Optional<FabricCertificate> signedBy(FabricCertificate authority) {
    if (!names(authority) || !authority.isAuthority() || !authority.maySign()) {
      return Optional.empty();
    }
    try {
      Bytes signed = Bytes.of(holder.toASN1Structure().getTBSCertificate().getEncoded("DER"));
      return authority
          .verified(holder.getSignatureAlgorithm().getAlgorithm(), signed, signature())
          .map(this::withSignature);
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  private Bytes signature() {
    return Bytes.of(holder.getSignature());
  }

  /** Whether this authority has signed a revocation list, for which SHA-1 still counts. */
  boolean hasSigned(X509CRLHolder list) {
    try {
      ASN1ObjectIdentifier algorithm =
          list.toASN1Structure().getSignatureAlgorithm().getAlgorithm();
      Bytes signed = Bytes.of(list.toASN1Structure().getTBSCertList().getEncoded("DER"));
      Bytes signature = Bytes.of(list.toASN1Structure().getSignature().getOctets());
      if (algorithm.equals(X9ObjectIdentifiers.ecdsa_with_SHA1)) {
        return verified(SignatureHash.SHA_1, signed, signature).isPresent();
      }
      return verified(algorithm, signed, signature).isPresent();
    } catch (IOException e) {
      throw new IllegalStateException("a list that was read can be written", e);
    }
  }

  /** The signature over something that this authority has issued, with the lower s. */
  private Optional<Bytes> verified(ASN1ObjectIdentifier algorithm, Bytes signed, Bytes signature) {
    SignatureHash hash = HASHES.get(algorithm);
    boolean edwards = algorithm.equals(ED25519);
    return key.filter(k -> k.isEd25519() == edwards).isEmpty() || (hash == null && !edwards)
        ? Optional.empty()
        // Under Ed25519 the message is not hashed before.
        : verified(hash == null ? SignatureHash.SHA_512 : hash, signed, signature);
  }

  private Optional<Bytes> verified(SignatureHash hash, Bytes signed, Bytes signature) {
    try {
      return key.map(k -> k.verifyIssued(hash, signed, signature));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  private FabricCertificate withSignature(Bytes signature) {
    if (signature.equals(signature())) {
      return this;
    }
    try {
      Bytes other =
          Bytes.of(
              new DERSequence(
                      new ASN1Encodable[] {
                        holder.toASN1Structure().getTBSCertificate(),
                        holder.getSignatureAlgorithm(),
                        new DERBitString(signature.toByteArray())
                      })
                  .getEncoded("DER"));
      return new FabricCertificate(new X509CertificateHolder(other.toByteArray()), other);
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FabricCertificate that && der.equals(that.der);
  }

  @Override
  public int hashCode() {
    return der.hashCode();
  }
}
