// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.crypto.vectors.FixedRandom;
import org.huxin.crypto.vectors.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The worked examples of the pages suites, keys and hpke. */
final class SuitesPageTest {
  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void theSignatureOnThePageVerifies(SignatureSuite suite) {
    Bytes signature =
        Bytes.fromBase64Url(VectorFiles.example("suites", "signature-" + suite.name()));
    VerifyingKey key = VerifyingKey.ofPem(VectorFiles.example("keys", "spki-" + suite.name()));

    key.verify(Bytes.utf8("互信"), new Signature(suite, signature));
  }

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void theKeyOnThePageHasTheThumbprintOnThePage(SignatureSuite suite) {
    SigningKey key = SigningKey.ofPem(VectorFiles.example("keys", "pkcs8-" + suite.name()));

    assertEquals(
        VectorFiles.example("keys", "spki-" + suite.name()), key.publicKey().toPem().strip());
    assertEquals(
        VectorFiles.example("keys", "thumbprint-" + suite.name()), key.publicKey().thumbprint());
  }

  @Test
  void theCiphertextOnThePageIsSealedAndOpens() {
    HpkePrivateKey key = HpkePrivateKey.ofSecret(Bytes.fromHex("07".repeat(32)));
    Bytes info = Bytes.utf8("huxin/example/1");
    Bytes sealed = Bytes.fromBase64Url(VectorFiles.example("hpke", "sealed"));

    assertEquals(Bytes.utf8("互信"), key.open(info, Bytes.utf8("aad"), sealed));
    assertEquals(
        sealed,
        key.publicKey()
            .seal(
                info,
                Bytes.utf8("aad"),
                Bytes.utf8("互信"),
                new FixedRandom(Bytes.fromHex("05".repeat(32)))));
  }
}
