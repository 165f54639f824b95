// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/** A time stamp authority of SM2 and SM3: the same stamps in every run. */
public final class SampleStamper implements SealUser.TimeStamper {
  private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.1");

  private final SampleParty authority;
  private final Instant at;

  /** Stamps as of a time. */
  public SampleStamper(SampleParty authority, Instant at) {
    this.authority = authority;
    this.at = at;
  }

  @Override
  public Optional<Bytes> stamp(Bytes signature) {
    try {
      DigestCalculatorProvider digests =
          new JcaDigestCalculatorProviderBuilder().setProvider(new BouncyCastleProvider()).build();
      X509CertificateHolder certificate =
          new X509CertificateHolder(authority.certificate().encoding().toByteArray());
      AttributeTable attributes =
          new AttributeTable(
              new Attribute(
                  CMSAttributes.signingTime, new DERSet(new Time(Date.from(at), Locale.ROOT))));
      SignerInfoGenerator signer =
          new SignerInfoGeneratorBuilder(digests)
              .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes))
              .build(new StampSigner(authority), certificate);
      TimeStampTokenGenerator generator =
          new TimeStampTokenGenerator(
              signer, digests.get(new AlgorithmIdentifier(GMObjectIdentifiers.sm3)), POLICY);
      generator.addCertificates(new CollectionStore<>(List.of(certificate)));
      TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
      requests.setCertReq(true);
      TimeStampRequest request =
          requests.generate(
              GMObjectIdentifiers.sm3, DigestAlgorithm.SM3.digest(signature).value().toByteArray());
      return Optional.of(
          Bytes.of(
              generator
                  .generate(request, BigInteger.ONE, Date.from(at))
                  .toCMSSignedData()
                  .getEncoded("DER")));
    } catch (IOException | OperatorException | TSPException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs what the library hands over. */
  private static final class StampSigner implements ContentSigner {
    private final SampleParty authority;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    StampSigner(SampleParty authority) {
      this.authority = authority;
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
      return authority.signer().sign(Bytes.of(content.toByteArray())).toDer().toByteArray();
    }
  }
}
