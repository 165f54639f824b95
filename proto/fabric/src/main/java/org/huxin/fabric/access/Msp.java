// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.VerifyingKey;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;

/** One organisation's identities, judged as Fabric's MSP judges them. Immutable. */
final class Msp {
  private static final BigInteger ORDER = CustomNamedCurves.getByName("P-256").getN();

  private final String id;
  private final List<X509CertificateHolder> roots;
  private final List<X509CertificateHolder> intermediates;
  private final List<X509CRLHolder> revocationLists;
  private final FabricNodeOUs units;

  Msp(ByteString config) {
    try {
      FabricMSPConfig msp = FabricMSPConfig.parseFrom(config);
      id = msp.getName();
      roots = certificates(msp.getRootCertsList());
      intermediates = certificates(msp.getIntermediateCertsList());
      units = msp.getFabricNodeOus();
      revocationLists = new ArrayList<>();
      for (ByteString list : msp.getRevocationListList()) {
        revocationLists.add(
            new X509CRLHolder(Pem.decode("X509 CRL", list.toStringUtf8()).toByteArray()));
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("an MSP of the channel cannot be read", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("a revocation list cannot be read", e);
    }
  }

  /** The identity of a certificate, or empty if it is none of this MSP's. */
  Optional<MemberIdentity> identify(ByteString pem) {
    X509CertificateHolder certificate;
    try {
      certificate = certificate(pem);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    Optional<X509CertificateHolder> issuer =
        intermediates.stream().filter(c -> issued(c, certificate)).findFirst();
    if (issuer.isPresent()) {
      X509CertificateHolder authority = issuer.get();
      if (roots.stream().noneMatch(root -> issued(root, authority))) {
        return Optional.empty();
      }
    } else {
      issuer = roots.stream().filter(c -> issued(c, certificate)).findFirst();
    }
    return issuer.map(authority -> identity(certificate, authority));
  }

  private MemberIdentity identity(
      X509CertificateHolder certificate, X509CertificateHolder authority) {
    Set<String> found = new HashSet<>();
    for (RDN rdn : certificate.getSubject().getRDNs(BCStyle.OU)) {
      found.add(IETFUtils.valueToString(rdn.getFirst().getValue()));
    }
    return new MemberIdentity(
        id,
        encoded(certificate),
        key(certificate),
        found,
        role(found, authority),
        certificate.getNotAfter().toInstant(),
        isRevoked(certificate));
  }

  private Optional<String> role(Set<String> found, X509CertificateHolder authority) {
    List<String> roles = new ArrayList<>();
    for (FabricOUIdentifier unit :
        List.of(
            units.getClientOuIdentifier(),
            units.getPeerOuIdentifier(),
            units.getAdminOuIdentifier(),
            units.getOrdererOuIdentifier())) {
      boolean rightAuthority =
          unit.getCertificate().isEmpty() || certificate(unit.getCertificate()).equals(authority);
      if (found.contains(unit.getOrganizationalUnitIdentifier()) && rightAuthority) {
        roles.add(unit.getOrganizationalUnitIdentifier());
      }
    }
    return roles.size() == 1 ? Optional.of(roles.get(0)) : Optional.empty();
  }

  private boolean isRevoked(X509CertificateHolder certificate) {
    return revocationLists.stream()
        .filter(list -> list.getIssuer().equals(certificate.getIssuer()))
        .anyMatch(list -> list.getRevokedCertificate(certificate.getSerialNumber()) != null);
  }

  private static boolean issued(
      X509CertificateHolder authority, X509CertificateHolder certificate) {
    if (!authority.getSubject().equals(certificate.getIssuer())) {
      return false;
    }
    Optional<VerifyingKey> key = key(authority);
    if (key.isEmpty()) {
      return false;
    }
    try {
      Bytes signed = Bytes.of(certificate.toASN1Structure().getTBSCertificate().getEncoded());
      key.get()
          .verify(
              signed, Signature.ofDer(SignatureSuite.P256, lowered(certificate.getSignature())));
      return true;
    } catch (IOException | RefusedException e) {
      return false;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return false; // what Bouncy Castle throws for a signature that is no pair of numbers
    }
  }

  /** Authorities may sign with either S; to an MSP both are one certificate. */
  private static Bytes lowered(byte[] signature) throws IOException {
    ASN1Sequence pair = ASN1Sequence.getInstance(signature);
    BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
    BigInteger low = s.min(ORDER.subtract(s));
    return Bytes.of(
        new DERSequence(new ASN1Encodable[] {pair.getObjectAt(0), new ASN1Integer(low)})
            .getEncoded());
  }

  private static Optional<VerifyingKey> key(X509CertificateHolder certificate) {
    try {
      return Optional.of(
          VerifyingKey.ofSpki(Bytes.of(certificate.getSubjectPublicKeyInfo().getEncoded())));
    } catch (IOException | RefusedException e) {
      return Optional.empty();
    }
  }

  private static Bytes encoded(X509CertificateHolder certificate) {
    try {
      return Bytes.of(certificate.getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  private static List<X509CertificateHolder> certificates(List<ByteString> pems) {
    return pems.stream().map(Msp::certificate).toList();
  }

  static X509CertificateHolder certificate(ByteString pem) {
    try {
      return new X509CertificateHolder(Pem.decode("CERTIFICATE", pem.toStringUtf8()).toByteArray());
    } catch (IOException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }
}
