// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.junit.jupiter.api.Test;

final class ProviderChoiceTest {
  @Test
  void theChoiceIsReportedForEverySuite() {
    for (SignatureSuite suite : SignatureSuite.values()) {
      assertFalse(SignatureProvider.current().name(suite).isBlank());
    }
    assertTrue(SignatureProvider.current().name(SignatureSuite.SM).startsWith("BouncyCastle"));
  }

  @Test
  void noSuiteLoadsBouncyCastlesJcaProvider() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-verbose:class",
                "-cp",
                System.getProperty("java.class.path"),
                EverySuite.class.getName())
            .redirectErrorStream(true)
            .start();
    String output;
    try (var stream = process.getInputStream()) {
      output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(
        0, process.exitValue(), () -> output.substring(Math.max(0, output.length() - 2000)));
    assertTrue(output.contains("org.bouncycastle.crypto.signers.SM2Signer"), "SM2 was used");
    assertFalse(output.contains("BouncyCastleProvider "), "the provider was loaded");
  }

  /** Hashes, signs and verifies with every suite in a JVM of its own. */
  static final class EverySuite {
    private EverySuite() {}

    public static void main(String[] arguments) {
      SecureRandom random = new SecureRandom();
      for (SignatureSuite suite : SignatureSuite.values()) {
        SigningKey key = SigningKey.generate(suite, random);
        Bytes message = suite.digest().digest(Bytes.utf8("message")).value();
        key.publicKey().verify(message, key.signer(random).sign(message));
      }
      for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
        algorithm.digest(Bytes.empty());
      }
    }
  }
}
