// SPDX-License-Identifier: Apache-2.0

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ofdrw.gm.ses.v1.SES_ESPictrueInfo;
import org.ofdrw.gm.ses.v1.SES_Header;
import org.ofdrw.gm.ses.v1.SES_SignInfo;
import org.ofdrw.gm.ses.v4.SES_CertList;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.ExtendSignatureContainer;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.signContainer.SESV1Container;
import org.ofdrw.sign.signContainer.SESV4Container;
import org.ofdrw.sign.stamppos.NormalStampPos;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV1ValidateContainer;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;

/**
 * Another implementation of e-seals, run in a process of its own because it needs an old Bouncy
 * Castle: makes seals, seals documents, and says of documents whether they are valid. Compiled by
 * the process itself; no part of the module.
 */
final class OfdrwPeer {
  private static final long YEAR = 365L * 24 * 3600 * 1000;

  private OfdrwPeer() {}

  /** {@code seal FOLDER} or {@code validate FILE:VERSION…}. */
  public static void main(String[] arguments) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    if (arguments[0].equals("seal")) {
      Path folder = Path.of(arguments[1]);
      org.ofdrw.gm.ses.v1.SESeal first = first(folder);
      org.ofdrw.gm.ses.v4.SESeal fourth = fourth(folder);
      Files.write(folder.resolve("ofdrw-v1.esl"), first.getEncoded("DER"));
      Files.write(folder.resolve("ofdrw-v4.esl"), fourth.getEncoded("DER"));
      PrivateKey key = key(folder, "signer");
      Certificate signer = certificate(folder, "signer");
      for (SignMode mode : SignMode.values()) {
        sign(folder, "ofdrw-v1-" + mode, mode, new SESV1Container(key, first, signer));
        sign(folder, "ofdrw-v4-" + mode, mode, new SESV4Container(key, fourth, signer));
      }
      return;
    }
    for (int i = 1; i < arguments.length; i++) {
      System.out.println(validate(arguments[i]));
    }
  }

  private static String validate(String argument) {
    int colon = argument.lastIndexOf(':');
    boolean first = argument.endsWith(":1");
    try (OFDReader reader = new OFDReader(Path.of(argument.substring(0, colon)));
        OFDValidator validator = new OFDValidator(reader)) {
      validator.setValidator(
          first ? new SESV1ValidateContainer() : new SESV4ValidateContainer());
      validator.exeValidate();
      return "valid";
    } catch (Exception e) {
      return "invalid " + e.getClass().getSimpleName();
    }
  }

  private static void sign(
      Path folder, String name, SignMode mode, ExtendSignatureContainer container)
      throws Exception {
    try (OFDReader reader = new OFDReader(folder.resolve("plain.ofd"));
        OFDSigner signer = new OFDSigner(reader, folder.resolve(name + ".ofd"))) {
      signer.setSignMode(mode);
      signer.setSignContainer(container);
      signer.addApPos(new NormalStampPos(1, 50, 50, 40, 40));
      signer.exeSign();
    }
  }

  private static org.ofdrw.gm.ses.v1.SESeal first(Path folder) throws Exception {
    Date now = new Date();
    org.ofdrw.gm.ses.v1.SES_ESPropertyInfo property =
        new org.ofdrw.gm.ses.v1.SES_ESPropertyInfo()
            .setType(new ASN1Integer(1))
            .setName(new DERUTF8String("另一实现"))
            .setCertList(new DERSequence(new DEROctetString(encoding(folder, "signer"))))
            .setCreateDate(new ASN1UTCTime(now))
            .setValidStart(new ASN1UTCTime(new Date(now.getTime() - YEAR)))
            .setValidEnd(new ASN1UTCTime(new Date(now.getTime() + YEAR)));
    org.ofdrw.gm.ses.v1.SES_SealInfo info =
        new org.ofdrw.gm.ses.v1.SES_SealInfo()
            .setHeader(new SES_Header(new ASN1Integer(1), new DERIA5String("peer")))
            .setEsID("PEER0001")
            .setProperty(property)
            .setPicture(picture());
    DEROctetString maker = new DEROctetString(encoding(folder, "maker"));
    ASN1EncodableVector signed = new ASN1EncodableVector(3);
    signed.add(info);
    signed.add(maker);
    signed.add(GMObjectIdentifiers.sm2sign_with_sm3);
    SES_SignInfo sign =
        new SES_SignInfo()
            .setCert(maker)
            .setSignatureAlgorithm(GMObjectIdentifiers.sm2sign_with_sm3)
            .setSignData(sign(folder, new DERSequence(signed).getEncoded("DER")));
    return new org.ofdrw.gm.ses.v1.SESeal(info, sign);
  }

  private static org.ofdrw.gm.ses.v4.SESeal fourth(Path folder) throws Exception {
    Date now = new Date();
    DERSequence list = new DERSequence(new DEROctetString(encoding(folder, "signer")));
    org.ofdrw.gm.ses.v4.SES_ESPropertyInfo property =
        new org.ofdrw.gm.ses.v4.SES_ESPropertyInfo()
            .setType(new ASN1Integer(1))
            .setName(new DERUTF8String("另一实现"))
            .setCertListType(org.ofdrw.gm.ses.v4.SES_ESPropertyInfo.CertListType)
            .setCertList(
                SES_CertList.getInstance(
                    org.ofdrw.gm.ses.v4.SES_ESPropertyInfo.CertListType, list))
            .setCreateDate(new ASN1GeneralizedTime(now))
            .setValidStart(new ASN1GeneralizedTime(new Date(now.getTime() - YEAR)))
            .setValidEnd(new ASN1GeneralizedTime(new Date(now.getTime() + YEAR)));
    org.ofdrw.gm.ses.v4.SES_SealInfo info =
        new org.ofdrw.gm.ses.v4.SES_SealInfo()
            .setHeader(new SES_Header(SES_Header.V4, new DERIA5String("peer")))
            .setEsID("PEER0004")
            .setProperty(property)
            .setPicture(picture());
    return new org.ofdrw.gm.ses.v4.SESeal()
        .seteSealInfo(info)
        .setCert(certificate(folder, "maker"))
        .setSignAlgID(GMObjectIdentifiers.sm2sign_with_sm3)
        .setSignedValue(sign(folder, info.getEncoded("DER")));
  }

  private static SES_ESPictrueInfo picture() {
    return new SES_ESPictrueInfo()
        .setType("PNG")
        .setData(new byte[] {(byte) 0x89, 'P', 'N', 'G'})
        .setWidth(40)
        .setHeight(40);
  }

  private static byte[] sign(Path folder, byte[] message) throws Exception {
    Signature signature = Signature.getInstance("SM3withSM2", "BC");
    signature.initSign(key(folder, "maker"));
    signature.update(message);
    return signature.sign();
  }

  private static PrivateKey key(Path folder, String name) throws Exception {
    byte[] der = Files.readAllBytes(folder.resolve(name + ".pk8"));
    return KeyFactory.getInstance("EC", "BC").generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  private static byte[] encoding(Path folder, String name) throws Exception {
    return Files.readAllBytes(folder.resolve(name + ".cer"));
  }

  private static Certificate certificate(Path folder, String name) throws Exception {
    return CertificateFactory.getInstance("X.509", "BC")
        .generateCertificate(new ByteArrayInputStream(encoding(folder, name)));
  }
}
