// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.huxin.crypto.bytes.Bytes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key on a real PKCS#11 token, SoftHSM2 of Debian's package softhsm2. */
final class Pkcs11SignerTest {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));
  private static final String PIN = "1234";
  private static final Bytes MESSAGE = Bytes.utf8("signed on a token");

  @TempDir static Path folder;
  private static Provider provider;
  private static PrivateKey handle;
  private static VerifyingKey publicKey;

  @BeforeAll
  static void aTokenMakesAKeyThatNeverLeavesIt() throws Exception {
    Optional<Path> library = LIBRARIES.stream().filter(Files::exists).findFirst();
    if (library.isEmpty()) {
      // On the machines that judge a change the token must be there.
      assertNull(System.getenv("CI"), "SoftHSM2 is missing: apt-get install softhsm2");
      assumeTrue(false, "SoftHSM2 is missing: apt-get install softhsm2");
    }
    initToken();
    Path configuration =
        Files.writeString(
            folder.resolve("pkcs11.cfg"),
            "name = huxin\nlibrary = " + library.orElseThrow() + "\nslotListIndex = 0\n");
    provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
    KeyStore.getInstance("PKCS11", provider).load(null, PIN.toCharArray()); // logs in
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    handle = pair.getPrivate();
    publicKey = VerifyingKey.ofSpki(Bytes.of(pair.getPublic().getEncoded()));
  }

  @Test
  void whatTheTokenSignsThePublicKeyVerifies() {
    Signer signer = new JcaSigner(provider, handle, publicKey);
    for (int i = 0; i < 20; i++) { // a token signs with either s: all must come out low
      publicKey.verify(MESSAGE, signer.sign(MESSAGE));
    }
    assertEquals(publicKey, signer.publicKey());
  }

  @Test
  void aTokenThatHoldsAnotherKeyThanNamedIsFound() {
    VerifyingKey other = SigningKey.generate(SignatureSuite.P256, new SecureRandom()).publicKey();

    assertThrows(
        SigningFailedException.class, () -> new JcaSigner(provider, handle, other).sign(MESSAGE));
  }

  @Test
  void aTokenHasNoKeyOfTheOtherSuites() {
    VerifyingKey sm = SigningKey.generate(SignatureSuite.SM, new SecureRandom()).publicKey();

    assertThrows(IllegalArgumentException.class, () -> new JcaSigner(provider, handle, sm));
  }

  /** SoftHSM reads its settings where SOFTHSM2_CONF says, which the build sets for its tests. */
  private static void initToken() throws IOException, InterruptedException {
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        Path.of(String.valueOf(System.getenv("SOFTHSM2_CONF"))),
        "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    List<String> command =
        List.of(
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            "huxin",
            "--pin",
            PIN,
            "--so-pin",
            PIN);
    Path log = folder.resolve("softhsm.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "softhsm2-util hangs");
    assertEquals(0, process.exitValue(), Files.readString(log));
  }
}
