// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.certificate;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.huxin.crypto.bytes.Bytes;

/** A list of revoked certificates (RFC 5280 section 5), read but not yet trusted. */
public final class RevocationList {
  /** The largest list: some hundred thousand entries. */
  public static final int MAX_ENCODING = 8 * 1024 * 1024;

  private static final String PEM_LABEL = "X509 CRL";

  private final X509CRLHolder holder;

  private RevocationList(X509CRLHolder holder) {
    this.holder = holder;
  }

  /**
   * Reads the DER of one list.
   *
   * @throws CertificateRefusedException if it is not exactly that, or cannot stand alone
   */
  public static RevocationList read(Bytes encoding) {
    if (encoding.length() > MAX_ENCODING) {
      throw new CertificateRefusedException(
          CertificateRefusal.CERTIFICATE_TOO_LARGE,
          Map.of("limit", Integer.toString(MAX_ENCODING)));
    }
    X509CRLHolder holder;
    boolean partial;
    try {
      holder = new X509CRLHolder(encoding.toByteArray());
      if (!Bytes.of(holder.getEncoded()).equals(encoding) || holder.getThisUpdate() == null) {
        throw CertificateRefusedException.of(CertificateRefusal.REVOCATION_LIST_MALFORMED);
      }
      partial = isPartial(holder);
    } catch (CertificateRefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // Bouncy Castle's parsers throw several kinds
      throw CertificateRefusedException.of(CertificateRefusal.REVOCATION_LIST_MALFORMED);
    }
    if (partial) {
      throw CertificateRefusedException.of(CertificateRefusal.REVOCATION_LIST_PARTIAL);
    }
    return new RevocationList(holder);
  }

  private static boolean isPartial(X509CRLHolder holder) {
    Extension point = holder.getExtension(Extension.issuingDistributionPoint);
    boolean indirect =
        point != null
            && IssuingDistributionPoint.getInstance(point.getParsedValue()).isIndirectCRL();
    boolean unknown = false;
    for (Object id : holder.getCriticalExtensionOIDs()) {
      unknown |= !Extension.issuingDistributionPoint.equals(id);
    }
    return indirect || unknown;
  }

  /**
   * Reads one PEM block {@code X509 CRL}.
   *
   * @throws CertificateRefusedException if it is not that
   */
  public static RevocationList ofPem(String text) {
    return read(PemBlock.read(text, PEM_LABEL));
  }

  /** The list as one PEM block. */
  public String toPem() {
    try {
      return PemBlock.write(PEM_LABEL, Bytes.of(holder.getEncoded()));
    } catch (IOException e) {
      throw new IllegalStateException("what was read has an encoding", e);
    }
  }

  /** Whether it speaks for an authority: of its name, and signed by its key. */
  boolean isOf(Certificate authority) {
    if (!holder.getIssuer().equals(authority.subject())) {
      return false;
    }
    TBSCertList signed = holder.toASN1Structure().getTBSCertList();
    if (!Certificate.isSm2(holder.toASN1Structure().getSignatureAlgorithm())) {
      return false;
    }
    try {
      return authority.accepts(
          Bytes.of(signed.getEncoded("DER")),
          Bytes.of(holder.toASN1Structure().getSignature().getBytes()));
    } catch (IOException e) {
      throw new IllegalStateException("what was read has an encoding", e);
    }
  }

  /** Whether it was current at a moment. */
  boolean isCurrentAt(Instant at) {
    Date next = holder.getNextUpdate();
    return !at.isBefore(holder.getThisUpdate().toInstant())
        && (next == null || !at.isAfter(next.toInstant()));
  }

  /**
   * From when on a certificate of that authority is revoked: the day of the entry, or the earlier
   * day from which it is known or suspected to be invalid.
   */
  Optional<Instant> revokedSince(Certificate certificate) {
    X509CRLEntryHolder entry = holder.getRevokedCertificate(certificate.serialNumber());
    if (entry == null) {
      return Optional.empty();
    }
    Instant revoked = entry.getRevocationDate().toInstant();
    Extension invalidity = entry.getExtension(Extension.invalidityDate);
    if (invalidity == null) {
      return Optional.of(revoked);
    }
    try {
      Instant invalid =
          ASN1GeneralizedTime.getInstance(invalidity.getParsedValue()).getDate().toInstant();
      return Optional.of(invalid.isBefore(revoked) ? invalid : revoked);
    } catch (java.text.ParseException | IllegalArgumentException e) {
      return Optional.of(Instant.MIN); // revoked, and nobody knows since when
    }
  }
}
