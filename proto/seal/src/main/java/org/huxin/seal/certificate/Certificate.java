// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.KeyRefusedException;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureRefusedException;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.VerifyingKey;

/** An X.509 certificate (GM/T 0015, RFC 5280), read but not yet trusted. Equal by its bytes. */
public final class Certificate {
  /** The largest certificate: real ones have one or two kilobytes. */
  public static final int MAX_ENCODING = 16 * 1024;

  private static final String PEM_LABEL = "CERTIFICATE";

  /** The extensions whose meaning is looked at here, or does not bear on signing. */
  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(
          Extension.basicConstraints,
          Extension.keyUsage,
          Extension.extendedKeyUsage,
          Extension.certificatePolicies,
          Extension.subjectAlternativeName,
          Extension.subjectKeyIdentifier,
          Extension.authorityKeyIdentifier);

  private final Bytes encoding;
  private final X509CertificateHolder holder;
  private final Instant notBefore;
  private final Instant notAfter;
  private final Optional<BasicConstraints> constraints;
  private final Optional<KeyUsage> usages;
  private final boolean demandsUnknown;

  /** Takes every part that is asked for later: the library reads some of them late, and fails. */
  private Certificate(Bytes encoding, X509CertificateHolder holder) {
    this.encoding = encoding;
    this.holder = holder;
    this.notBefore = holder.getNotBefore().toInstant();
    this.notAfter = holder.getNotAfter().toInstant();
    this.constraints = Optional.ofNullable(BasicConstraints.fromExtensions(holder.getExtensions()));
    this.usages = Optional.ofNullable(KeyUsage.fromExtensions(holder.getExtensions()));
    this.demandsUnknown = demandsUnknown(holder);
  }

  private static boolean demandsUnknown(X509CertificateHolder holder) {
    for (Object id : holder.getCriticalExtensionOIDs()) {
      if (!KNOWN.contains(id)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads the DER of one certificate.
   *
   * @throws CertificateRefusedException if it is not exactly that
   */
  public static Certificate read(Bytes encoding) {
    if (encoding.length() > MAX_ENCODING) {
      throw new CertificateRefusedException(
          CertificateRefusal.CERTIFICATE_TOO_LARGE,
          Map.of("limit", Integer.toString(MAX_ENCODING)));
    }
    try {
      X509CertificateHolder holder = new X509CertificateHolder(encoding.toByteArray());
      if (!Bytes.of(holder.getEncoded()).equals(encoding)) {
        throw CertificateRefusedException.of(CertificateRefusal.CERTIFICATE_MALFORMED);
      }
      return new Certificate(encoding, holder);
    } catch (CertificateRefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // Bouncy Castle's parsers throw several kinds
      throw CertificateRefusedException.of(CertificateRefusal.CERTIFICATE_MALFORMED);
    }
  }

  /**
   * Reads one PEM block {@code CERTIFICATE}.
   *
   * @throws CertificateRefusedException if it is not that
   */
  public static Certificate ofPem(String text) {
    return read(PemBlock.read(text, PEM_LABEL));
  }

  /** The certificate as one PEM block. */
  public String toPem() {
    return PemBlock.write(PEM_LABEL, encoding);
  }

  /** The DER. */
  public Bytes encoding() {
    return encoding;
  }

  /** SM3 of the DER: how the ledger and findings name it. */
  public Digest digest() {
    return DigestAlgorithm.SM3.digest(encoding);
  }

  /** The first moment of its period. */
  public Instant notBefore() {
    return notBefore;
  }

  /** The last moment of its period. */
  public Instant notAfter() {
    return notAfter;
  }

  /** Whether a moment lies within its period. */
  public boolean coversTime(Instant at) {
    return !at.isBefore(notBefore) && !at.isAfter(notAfter);
  }

  /** Its key, if it is one of SM2. */
  public Optional<VerifyingKey> key() {
    try {
      VerifyingKey key =
          VerifyingKey.ofSpki(Bytes.of(holder.getSubjectPublicKeyInfo().getEncoded("DER")));
      return key.suite() == SignatureSuite.SM ? Optional.of(key) : Optional.empty();
    } catch (KeyRefusedException | IOException e) {
      return Optional.empty();
    }
  }

  /** Whether its key usage, if it states one, lets it sign documents. */
  public boolean maySign() {
    return mayBeUsedFor(KeyUsage.digitalSignature) || mayBeUsedFor(KeyUsage.nonRepudiation);
  }

  /** Whether it may issue certificates and lists. */
  boolean isAuthority() {
    return constraints.map(BasicConstraints::isCA).orElse(false)
        && mayBeUsedFor(KeyUsage.keyCertSign);
  }

  /** How many authorities may stand between it and the last certificate; empty if any number. */
  Optional<BigInteger> pathLength() {
    return constraints.flatMap(each -> Optional.ofNullable(each.getPathLenConstraint()));
  }

  private boolean mayBeUsedFor(int usage) {
    return usages.map(each -> each.hasUsages(usage)).orElse(true);
  }

  /** Whether it demands something that is not understood here. */
  boolean demandsUnknown() {
    return demandsUnknown;
  }

  /** Whether it names itself as its issuer: the form of a root. */
  public boolean isSelfIssued() {
    return holder.getIssuer().equals(holder.getSubject());
  }

  X500Name subject() {
    return holder.getSubject();
  }

  X500Name issuer() {
    return holder.getIssuer();
  }

  BigInteger serialNumber() {
    return holder.getSerialNumber();
  }

  /** Whether it is signed with SM2 and SM3: nothing else is checked here. */
  boolean isSignedWithSm2() {
    AlgorithmIdentifier outer = holder.getSignatureAlgorithm();
    return isSm2(outer)
        && outer.equals(holder.toASN1Structure().getTBSCertificate().getSignature());
  }

  static boolean isSm2(AlgorithmIdentifier algorithm) {
    return algorithm.getAlgorithm().equals(GMObjectIdentifiers.sm2sign_with_sm3)
        && (algorithm.getParameters() == null || algorithm.getParameters() instanceof ASN1Null);
  }

  /** Whether another certificate's key signed it. */
  boolean isSignedBy(Certificate authority) {
    if (!isSignedWithSm2()) {
      return false;
    }
    try {
      byte[] signed = holder.toASN1Structure().getTBSCertificate().getEncoded("DER");
      return authority.accepts(Bytes.of(signed), Bytes.of(holder.getSignature()));
    } catch (IOException e) {
      throw new IllegalStateException("what was read has an encoding", e);
    }
  }

  /** Whether its key made an SM2 signature in DER. */
  boolean accepts(Bytes message, Bytes signature) {
    Optional<VerifyingKey> key = key();
    if (key.isEmpty()) {
      return false;
    }
    try {
      key.get().verify(message, Signature.ofDer(SignatureSuite.SM, signature));
      return true;
    } catch (SignatureRefusedException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Certificate that && encoding.equals(that.encoding);
  }

  @Override
  public int hashCode() {
    return encoding.hashCode();
  }

  /** Its digest: names in certificates may be those of persons. */
  @Override
  public String toString() {
    return "certificate " + digest();
  }
}
