// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import java.io.IOException;
import java.security.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.certificate.CertificateChain;
import org.huxin.seal.certificate.CertificateRefusedException;
import org.huxin.seal.certificate.Standing;
import org.huxin.seal.certificate.Trust;

/**
 * An RFC 3161 time stamp that its authority's certificate signed (GB/T 20520).
 *
 * @param at the time that it states
 * @param imprintAlgorithm what digest it stamps
 * @param imprint the digest that it stamps
 * @param authority the certificate that signed it
 */
record TimeStamp(
    Instant at, DigestAlgorithm imprintAlgorithm, Bytes imprint, Certificate authority) {
  private static final Map<ASN1ObjectIdentifier, DigestAlgorithm> DIGESTS =
      Map.of(
          GMObjectIdentifiers.sm3, DigestAlgorithm.SM3,
          NISTObjectIdentifiers.id_sha256, DigestAlgorithm.SHA_256);

  /** Made when the first time stamp is met: it takes a second, and most sealings have none. */
  private static final class LazyProvider {
    static final Provider INSTANCE = new BouncyCastleProvider();
  }

  /** Reads a token and checks its signature; empty if it is none, or its signature is not good. */
  static Optional<TimeStamp> read(Bytes token) {
    try {
      TimeStampToken parsed = new TimeStampToken(new CMSSignedData(token.toByteArray()));
      Optional<DigestAlgorithm> algorithm =
          Optional.ofNullable(DIGESTS.get(parsed.getTimeStampInfo().getMessageImprintAlgOID()));
      List<X509CertificateHolder> signers =
          parsed.getCertificates().getMatches(null).stream()
              .filter(each -> parsed.getSID().match(each))
              .toList();
      if (algorithm.isEmpty() || signers.size() != 1) {
        return Optional.empty();
      }
      X509CertificateHolder signer = signers.get(0);
      parsed.validate(
          new JcaSimpleSignerInfoVerifierBuilder()
              .setProvider(LazyProvider.INSTANCE)
              .build(signer));
      return Optional.of(
          new TimeStamp(
              parsed.getTimeStampInfo().getGenTime().toInstant(),
              algorithm.get(),
              Bytes.of(parsed.getTimeStampInfo().getMessageImprintDigest()),
              Certificate.read(Bytes.of(signer.getEncoded()))));
    } catch (CMSException
        | TSPException
        | OperatorCreationException
        | java.security.cert.CertificateException
        | IOException
        | CertificateRefusedException e) {

      return Optional.empty();
    } catch (RuntimeException e) { // Bouncy Castle's parsers throw several kinds

      return Optional.empty();
    }
  }

  /** Whether it stamps those bytes. */
  boolean isOf(Bytes stamped) {
    return imprintAlgorithm.digest(stamped).value().equals(imprint);
  }

  /** How its authority's certificate stood when it stamped. */
  Standing standing(Trust trust, Instant now) {
    return CertificateChain.ofTimeStamp(authority, trust, at, now);
  }
}
