// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.identity;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CRLHolder;
import org.huxin.crypto.bytes.Bytes;

/**
 * The revocation lists of an organisation. A list counts for the certificates of the authority
 * whose key identifier it names and whose key has signed it; when a certificate was revoked is no
 * matter. Immutable.
 */
final class RevocationLists {
  private static final ByteString PEM = ByteString.copyFromUtf8("-----BEGIN X509 CRL");

  private final List<X509CRLHolder> lists = new ArrayList<>();

  /**
   * Reads lists in PEM or DER.
   *
   * @throws IllegalArgumentException if one cannot be read
   */
  RevocationLists(List<ByteString> encoded) {
    for (ByteString each : encoded) {
      Bytes der = Bytes.of(each.asReadOnlyByteBuffer());
      if (each.startsWith(PEM)) {
        der = PemBlock.first(each).orElse(der);
      }
      try {
        lists.add(new X509CRLHolder(der.toByteArray()));
      } catch (IOException | RuntimeException e) {
        throw new IllegalArgumentException("a revocation list cannot be read", e);
      }
    }
  }

  /**
   * Whether a certificate does not stand revoked. A list that names no authority by key identifier
   * spoils every certificate, as peers have it.
   */
  boolean allow(FabricCertificate certificate, FabricCertificate issuer) {
    Optional<Bytes> identifier = issuer.subjectKeyIdentifier();
    if (identifier.isEmpty()) {
      return false;
    }
    for (X509CRLHolder list : lists) {
      Optional<Bytes> named = authority(list);
      if (named.isEmpty()) {
        return false;
      }
      if (named.equals(identifier)
          && list.getRevokedCertificate(new BigInteger(certificate.serialNumber().toByteArray()))
              != null
          && issuer.hasSigned(list)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The key identifier by which a list names its authority, of no bytes if it names it otherwise.
   */
  private static Optional<Bytes> authority(X509CRLHolder list) {
    try {
      return Optional.ofNullable(list.getExtension(Extension.authorityKeyIdentifier))
          .map(extension -> AuthorityKeyIdentifier.getInstance(extension.getParsedValue()))
          .map(name -> Optional.ofNullable(name.getKeyIdentifierOctets()).orElse(new byte[0]))
          .map(Bytes::of);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
