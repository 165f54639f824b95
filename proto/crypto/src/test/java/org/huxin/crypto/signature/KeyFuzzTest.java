// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/** Readers of keys: whatever they are given, they read a key that writes the same, or refuse. */
final class KeyFuzzTest {
  @FuzzTest
  void aPublicPemIsReadOrRefused(FuzzedDataProvider data) {
    try {
      VerifyingKey key = VerifyingKey.ofPem(data.consumeRemainingAsString());
      assertEquals(key, VerifyingKey.ofPem(key.toPem()));
    } catch (KeyRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aPublicDerIsReadOrRefused(byte[] der) {
    try {
      assertEquals(Bytes.of(der), VerifyingKey.ofSpki(Bytes.of(der)).toSpki());
    } catch (KeyRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aPrivateDerIsReadOrRefused(byte[] der) {
    try {
      SigningKey key = SigningKey.ofPkcs8(Bytes.of(der));
      assertEquals(key.publicKey(), SigningKey.ofPem(key.toPem()).publicKey());
    } catch (KeyRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aJwkIsReadOrRefused(FuzzedDataProvider data) {
    String kty = data.pickValue(new String[] {"EC", "OKP", "RSA"});
    String crv = data.pickValue(new String[] {"SM2", "P-256", "Ed25519", "P-384"});
    Bytes x = Bytes.of(data.consumeBytes(33));
    Optional<Bytes> y =
        data.consumeBoolean() ? Optional.of(Bytes.of(data.consumeBytes(33))) : Optional.empty();
    Jwk jwk = new Jwk(kty, crv, x, y);
    try {
      assertEquals(jwk, VerifyingKey.ofJwk(jwk).toJwk());
    } catch (KeyRefusedException refused) {
      // the other of the two answers
    }
  }

  @FuzzTest
  void aDerSignatureIsReadOrRefused(byte[] der) {
    for (SignatureSuite suite : new SignatureSuite[] {SignatureSuite.SM, SignatureSuite.P256}) {
      try {
        assertEquals(Bytes.of(der), Signature.ofDer(suite, Bytes.of(der)).toDer());
      } catch (SignatureRefusedException refused) {
        // the other of the two answers
      }
    }
  }
}
