// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys and signatures made by the platform, which shares no code with what is tested. */
final class CertificateKeyTest {
  private static final Bytes MESSAGE = Bytes.utf8("a block of the channel");

  private static KeyPair pair(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private static CertificateKey key(KeyPair pair) {
    return CertificateKey.ofSpki(Bytes.of(pair.getPublic().getEncoded()));
  }

  private static EcdsaValue sign(KeyPair pair, SignatureHash hash) throws GeneralSecurityException {
    java.security.Signature signer = java.security.Signature.getInstance("NONEwithECDSA");
    signer.initSign(pair.getPrivate());
    signer.update(hash.of(MESSAGE).toByteArray());
    return EcdsaValue.ofDer(Bytes.of(signer.sign()));
  }

  private static WeierstrassCurve curve(String name) {
    return name.equals("secp256r1") ? WeierstrassCurve.P256 : WeierstrassCurve.P384;
  }

  private static EcdsaValue low(EcdsaValue value, WeierstrassCurve curve) {
    return curve.isHigh(value.s()) ? other(value, curve) : value;
  }

  private static EcdsaValue other(EcdsaValue value, WeierstrassCurve curve) {
    return new EcdsaValue(value.r(), curve.order().subtract(value.s()));
  }

  private static SignatureRefusal refusal(CertificateKey key, Bytes signature) {
    return assertThrows(
            SignatureRefusedException.class,
            () -> key.verify(SignatureHash.SHA_256, MESSAGE, signature))
        .code();
  }

  @ParameterizedTest
  @CsvSource({
    "secp256r1, SHA_256",
    "secp256r1, SHA3_256",
    "secp384r1, SHA_256",
    "secp384r1, SHA_384",
    "secp384r1, SHA_512",
    "secp384r1, SHA3_256"
  })
  void acceptsSignaturesOfEitherCurveWithEveryHash(String curve, SignatureHash hash)
      throws GeneralSecurityException {
    KeyPair pair = pair(curve);
    EcdsaValue low = low(sign(pair, hash), curve(curve));
    key(pair).verify(hash, MESSAGE, low.toDer());
    assertEquals(
        low.toDer(), key(pair).verifyIssued(hash, MESSAGE, other(low, curve(curve)).toDer()));
    assertThrows(
        SignatureRefusedException.class,
        () -> key(pair).verify(hash, Bytes.utf8("another"), low.toDer()));
  }

  @ParameterizedTest
  @EnumSource(SignatureHash.class)
  void bothProvidersAgree(SignatureHash hash) throws GeneralSecurityException {
    KeyPair pair = pair("secp384r1");
    Bytes spki = Bytes.of(pair.getPublic().getEncoded());
    EcdsaVerification fallback =
        BouncyCastleVerification.ecdsa(
            WeierstrassCurve.P384.publicKey(spki.slice(spki.length() - 97, spki.length())));
    EcdsaValue signed = sign(pair, hash);
    assertTrue(fallback.accepts(hash, MESSAGE, signed));
    key(pair).verify(hash, MESSAGE, low(signed, WeierstrassCurve.P384).toDer());
  }

  @ParameterizedTest
  @CsvSource({"secp256r1", "secp384r1"})
  void refusesTheHigherS(String curve) throws GeneralSecurityException {
    KeyPair pair = pair(curve);
    EcdsaValue low = low(sign(pair, SignatureHash.SHA_256), curve(curve));
    assertEquals(
        SignatureRefusal.SIGNATURE_HIGH_S, refusal(key(pair), other(low, curve(curve)).toDer()));
  }

  @Test
  void paysNoHeedToWhatFollowsThePair() throws GeneralSecurityException {
    KeyPair pair = pair("secp384r1");
    Bytes der = low(sign(pair, SignatureHash.SHA_256), WeierstrassCurve.P384).toDer();
    key(pair).verify(SignatureHash.SHA_256, MESSAGE, Bytes.concat(der, Bytes.utf8("rest")));
    Bytes content = Bytes.concat(der.slice(2, der.length()), Bytes.of(new byte[40]));
    Bytes longer = Bytes.concat(Bytes.of(new byte[] {0x30, (byte) 0x81}), length(content), content);
    key(pair).verify(SignatureHash.SHA_256, MESSAGE, longer);
  }

  private static Bytes length(Bytes content) {
    return Bytes.of((byte) content.length());
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "3006020101020101ff00, ",
    "3106020101020101",
    "308106020101020101",
    "30820006020101020101",
    "3080020101020101",
    "30850000000006020101020101",
    "3007020101020101",
    "30060201ff020101",
    "3007020200010201"
  })
  void refusesWhatIsNoPair(String hex) throws GeneralSecurityException {
    SignatureRefusal code = refusal(key(pair("secp256r1")), Bytes.fromHex(hex));
    assertEquals(
        hex.startsWith("3006020101")
            ? SignatureRefusal.SIGNATURE_INVALID
            : SignatureRefusal.SIGNATURE_NOT_DER,
        code);
  }

  @Test
  void refusesAPairOutOfRange() throws GeneralSecurityException {
    EcdsaValue out = new EcdsaValue(WeierstrassCurve.P384.order(), BigInteger.ONE);
    assertEquals(
        SignatureRefusal.SIGNATURE_OUT_OF_RANGE, refusal(key(pair("secp384r1")), out.toDer()));
  }

  @Test
  void acceptsEd25519OverTheMessageItself() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    java.security.Signature signer = java.security.Signature.getInstance("Ed25519");
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE.toByteArray());
    Bytes signature = Bytes.of(signer.sign());
    CertificateKey key = key(pair);
    assertTrue(key.isEd25519());
    key.verify(SignatureHash.SHA_256, MESSAGE, signature);
    assertEquals(signature, key.verifyIssued(SignatureHash.SHA_256, MESSAGE, signature));
    assertEquals(SignatureRefusal.SIGNATURE_LENGTH, refusal(key, signature.slice(0, 63)));
  }

  @Test
  void refusesOtherCurvesAndOtherForms() throws GeneralSecurityException {
    Bytes p521 = Bytes.of(pair("secp521r1").getPublic().getEncoded());
    assertEquals(KeyRefusal.KEY_SUITE_UNKNOWN, keyRefusal(p521));
    Bytes p384 = Bytes.of(pair("secp384r1").getPublic().getEncoded());
    assertEquals(KeyRefusal.KEY_MALFORMED, keyRefusal(p384.slice(0, p384.length() - 1)));
    assertEquals(KeyRefusal.KEY_MALFORMED, keyRefusal(Bytes.concat(p384, Bytes.of((byte) 0))));
    assertEquals(KeyRefusal.KEY_TOO_LARGE, keyRefusal(Bytes.of(new byte[2000])));
    byte[] off = p384.toByteArray();
    off[off.length - 1] ^= 1;
    assertEquals(KeyRefusal.POINT_NOT_ON_CURVE, keyRefusal(Bytes.of(off)));
  }

  private static KeyRefusal keyRefusal(Bytes spki) {
    return assertThrows(KeyRefusedException.class, () -> CertificateKey.ofSpki(spki)).code();
  }

  @Test
  void isEqualByAlgorithmAndPoint() throws GeneralSecurityException {
    KeyPair pair = pair("secp384r1");
    assertEquals(key(pair), key(pair));
    assertEquals(key(pair).hashCode(), key(pair).hashCode());
    assertEquals("P384", key(pair).toString());
    assertEquals(Bytes.of(pair.getPublic().getEncoded()), key(pair).toSpki());
  }
}
