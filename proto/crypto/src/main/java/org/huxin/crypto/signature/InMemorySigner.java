// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/** Signs with a key in memory: ECDSA deterministically (RFC 6979), SM2 with the random given. */
final class InMemorySigner implements Signer {
  private final SigningKey key;
  private final SecureRandom random;

  InMemorySigner(SigningKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  @Override
  public VerifyingKey publicKey() {
    return key.publicKey();
  }

  @Override
  public Signature sign(Bytes message) {
    return switch (key.suite()) {
      case SM -> sm2(message);
      case P256 -> p256(message);
      case ED25519 -> ed25519(message);
    };
  }

  private ECPrivateKeyParameters scalar(WeierstrassCurve curve) {
    return curve.privateKey(new BigInteger(1, key.secret().toByteArray()));
  }

  private Signature sm2(Bytes message) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    signer.init(
        true,
        new ParametersWithID(
            new ParametersWithRandom(scalar(WeierstrassCurve.SM2), random),
            BouncyCastleVerification.SM2_USER_ID.toByteArray()));
    byte[] data = message.toByteArray();
    signer.update(data, 0, data.length);
    try {
      return new Signature(SignatureSuite.SM, Bytes.of(signer.generateSignature()));
    } catch (CryptoException e) {
      throw new SigningFailedException("SM2 signing failed", e);
    }
  }

  private Signature p256(Bytes message) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, scalar(WeierstrassCurve.P256));
    BigInteger[] pair =
        signer.generateSignature(DigestAlgorithm.SHA_256.digest(message).value().toByteArray());
    return lowered(new EcdsaValue(pair[0], pair[1]));
  }

  /** The one accepted form of a P-256 signature: of s and n − s, the lower. */
  static Signature lowered(EcdsaValue pair) {
    WeierstrassCurve curve = WeierstrassCurve.P256;
    BigInteger s = curve.isHigh(pair.s()) ? curve.order().subtract(pair.s()) : pair.s();
    return new Signature(
        SignatureSuite.P256, new EcdsaValue(pair.r(), s).toRaw(curve.fieldLength()));
  }

  private Signature ed25519(Bytes message) {
    byte[] data = message.toByteArray();
    byte[] signature = new byte[Signature.LENGTH];
    Ed25519.sign(key.secret().toByteArray(), 0, data, 0, data.length, signature, 0);
    return new Signature(SignatureSuite.ED25519, Bytes.of(signature));
  }
}
