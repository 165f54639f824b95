// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import java.math.BigInteger;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;

/** Checks with Bouncy Castle's lightweight classes, which load no provider. */
final class BouncyCastleVerification {
  /** GM/T 0009-2012 section 10: the user id where no other is agreed. */
  static final Bytes SM2_USER_ID = Bytes.utf8("1234567812345678");

  private BouncyCastleVerification() {}

  static SignatureVerification of(SignatureSuite suite, Bytes point) {
    return switch (suite) {
      case SM -> sm2(WeierstrassCurve.SM2.publicKey(point));
      case P256 -> p256(WeierstrassCurve.P256.publicKey(point));
      case ED25519 -> ed25519(point);
    };
  }

  private static SignatureVerification sm2(ECPublicKeyParameters key) {
    CipherParameters parameters = new ParametersWithID(key, SM2_USER_ID.toByteArray());
    return (message, signature) -> {
      SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
      verifier.init(false, parameters);
      byte[] data = message.toByteArray();
      verifier.update(data, 0, data.length);
      return verifier.verifySignature(signature.value().toByteArray());
    };
  }

  private static SignatureVerification p256(ECPublicKeyParameters key) {
    return (message, signature) -> {
      ECDSASigner verifier = new ECDSASigner();
      verifier.init(false, key);
      byte[] hash = DigestAlgorithm.SHA_256.digest(message).value().toByteArray();
      byte[] raw = signature.value().toByteArray();
      return verifier.verifySignature(
          hash, new BigInteger(1, raw, 0, 32), new BigInteger(1, raw, 32, 32));
    };
  }

  /** For ECDSA on any curve. */
  static EcdsaVerification ecdsa(ECPublicKeyParameters key) {
    return (hash, message, pair) -> {
      ECDSASigner verifier = new ECDSASigner();
      verifier.init(false, key);
      return verifier.verifySignature(hash.of(message).toByteArray(), pair.r(), pair.s());
    };
  }

  private static SignatureVerification ed25519(Bytes point) {
    byte[] key = point.toByteArray();
    return (message, signature) -> {
      byte[] data = message.toByteArray();
      return Ed25519.verify(signature.value().toByteArray(), 0, key, 0, data, 0, data.length);
    };
  }
}
