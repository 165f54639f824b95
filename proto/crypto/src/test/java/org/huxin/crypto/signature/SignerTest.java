// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.vectors.FixedRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SignerTest {
  private static final Bytes MESSAGE = Bytes.utf8("互信: mutual trust");
  private static final SecureRandom RANDOM = new SecureRandom();

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void whatAKeySignsItsPublicKeyVerifies(SignatureSuite suite) {
    SigningKey key = SigningKey.generate(suite, RANDOM);
    Signature signature = key.signer(RANDOM).sign(MESSAGE);

    key.publicKey().verify(MESSAGE, signature);
    assertThrows(
        SignatureRefusedException.class,
        () -> key.publicKey().verify(Bytes.utf8("another"), signature));
  }

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void anyFlippedBitOfASignatureIsRefused(SignatureSuite suite) {
    SigningKey key = SigningKey.generate(suite, RANDOM);
    Bytes good = key.signer(RANDOM).sign(MESSAGE).value();

    for (int bit = 0; bit < good.length() * Byte.SIZE; bit += 7) {
      byte[] bytes = good.toByteArray();
      bytes[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      assertThrows(
          SignatureRefusedException.class,
          () -> key.publicKey().verify(MESSAGE, new Signature(suite, Bytes.of(bytes))),
          "bit " + bit);
    }
  }

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void aPrivateKeyReadsBackFromItsFile(SignatureSuite suite) {
    SigningKey key = SigningKey.generate(suite, RANDOM);

    assertEquals(key.publicKey(), SigningKey.ofPem(key.toPem()).publicKey());
  }

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void aPrivateKeyNeverShowsItselfInItsText(SignatureSuite suite) {
    SigningKey key = SigningKey.ofSecret(suite, Bytes.fromHex("07".repeat(32)));

    assertFalse(key.toString().contains("0707"), key.toString());
  }

  @Test
  void aKeyOfAnotherSuiteRefusesTheSignature() {
    SigningKey sm = SigningKey.generate(SignatureSuite.SM, RANDOM);
    SigningKey p256 = SigningKey.generate(SignatureSuite.P256, RANDOM);
    Signature signature = sm.signer(RANDOM).sign(MESSAGE);

    SignatureRefusedException refused =
        assertThrows(
            SignatureRefusedException.class, () -> p256.publicKey().verify(MESSAGE, signature));
    assertEquals(SignatureRefusal.SIGNATURE_OF_OTHER_SUITE, refused.code());
  }

  @Test
  void p256SignaturesAreDeterministicAndLow() {
    SigningKey key =
        SigningKey.ofSecret(
            SignatureSuite.P256,
            Bytes.fromHex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"));
    Signature signature = key.signer(RANDOM).sign(Bytes.utf8("sample"));

    // RFC 6979 A.2.5 with SHA-256: its r; its s is the higher one, so n - s.
    assertEquals(
        "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
            + "0834e36ad29a83bf2bc9385e491d6099c8fdf9d1ed67aa7ea5f51f93782857a9",
        signature.value().hex());
  }

  @Test
  void sm2SigningGivesTheExampleOfTheStandard() {
    SigningKey key =
        SigningKey.ofSecret(
            SignatureSuite.SM,
            Bytes.fromHex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"));
    FixedRandom k =
        new FixedRandom(
            Bytes.fromHex("59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21"));

    assertEquals(
        "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
            + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa",
        key.signer(k).sign(Bytes.utf8("message digest")).value().hex());
  }

  @Test
  void sm2SignaturesOfOneMessageDiffer() {
    Signer signer = SigningKey.generate(SignatureSuite.SM, RANDOM).signer(RANDOM);

    assertNotEquals(signer.sign(MESSAGE), signer.sign(MESSAGE));
  }

  @Test
  void ed25519HasNoDerForm() {
    Signature signature =
        SigningKey.generate(SignatureSuite.ED25519, RANDOM).signer(RANDOM).sign(MESSAGE);

    assertThrows(IllegalArgumentException.class, signature::toDer);
    assertThrows(
        IllegalArgumentException.class,
        () -> Signature.ofDer(SignatureSuite.ED25519, Bytes.fromHex("3006020101020101")));
  }

  @Test
  void aRemoteServicesAnswerIsCheckedBeforeItIsUsed() {
    SigningKey key = SigningKey.generate(SignatureSuite.P256, RANDOM);
    SigningKey other = SigningKey.generate(SignatureSuite.P256, RANDOM);
    RemoteSigner honest =
        new RemoteSigner(key.publicKey(), message -> key.signer(RANDOM).sign(message).value());
    RemoteSigner mistaken =
        new RemoteSigner(key.publicKey(), message -> other.signer(RANDOM).sign(message).value());
    RemoteSigner broken = new RemoteSigner(key.publicKey(), message -> Bytes.empty());

    key.publicKey().verify(MESSAGE, honest.sign(MESSAGE));
    assertThrows(SigningFailedException.class, () -> mistaken.sign(MESSAGE));
    assertThrows(SigningFailedException.class, () -> broken.sign(MESSAGE));
  }

  @ParameterizedTest
  @EnumSource(SignatureSuite.class)
  void whatWeSignOpensslVerifies(SignatureSuite suite, @TempDir Path folder) throws Exception {
    SigningKey key = SigningKey.generate(suite, RANDOM);
    Signature signature = key.signer(RANDOM).sign(MESSAGE);
    Path pem = Files.writeString(folder.resolve("key.pem"), key.publicKey().toPem());
    Path message = Files.write(folder.resolve("message"), MESSAGE.toByteArray());
    Bytes form = suite == SignatureSuite.ED25519 ? signature.value() : signature.toDer();
    Path file = Files.write(folder.resolve("signature"), form.toByteArray());

    List<String> command =
        new ArrayList<>(List.of("openssl", "pkeyutl", "-verify", "-pubin", "-rawin"));
    command.addAll(List.of("-inkey", pem.toString(), "-in", message.toString()));
    command.addAll(List.of("-sigfile", file.toString()));
    if (suite == SignatureSuite.SM) {
      command.addAll(List.of("-digest", "sm3", "-pkeyopt", "distid:1234567812345678"));
    }
    if (suite == SignatureSuite.P256) {
      command.addAll(List.of("-digest", "sha256"));
    }
    assertEquals(0, run(command), "openssl does not verify what " + suite + " signed");
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(process.waitFor(60, java.util.concurrent.TimeUnit.SECONDS), "openssl hangs");
    return process.exitValue();
  }
}
