// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.structure;

import java.util.List;
import org.huxin.crypto.bytes.Bytes;

/** Whose certificates may seal with a seal. */
public sealed interface SignerList {
  /** The most entries: a seal has one holder, and seldom a few. */
  int MAX_ENTRIES = 64;

  /**
   * The certificates themselves.
   *
   * @param certificates each in DER
   */
  record Certificates(List<Bytes> certificates) implements SignerList {
    /** A copy of the given list. */
    public Certificates {
      certificates = List.copyOf(certificates);
    }
  }

  /**
   * Their digests.
   *
   * @param digests one for each certificate
   */
  record Digests(List<CertificateDigest> digests) implements SignerList {
    /** A copy of the given list. */
    public Digests {
      digests = List.copyOf(digests);
    }
  }

  /**
   * The digest of a certificate's DER.
   *
   * @param type the algorithm, as its writer calls it
   * @param value the digest
   */
  record CertificateDigest(String type, Bytes value) {}

  /** Reads what {@code certListType} announces: 1 certificates, 2 digests. */
  static SignerList read(DerSequence entries, int type) {
    if (type == 1) {
      return new Certificates(
          entries.rest(MAX_ENTRIES, all -> all.octets("cert", Seal.MAX_CERTIFICATE)));
    }
    return new Digests(
        entries.rest(
            MAX_ENTRIES,
            all -> {
              DerSequence entry = all.sequence("digest");
              CertificateDigest digest =
                  new CertificateDigest(entry.printable("type", 64), entry.octets("value", 64));
              entry.end();
              return digest;
            }));
  }
}
