// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.seal.write.CertificateMaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin seal pki DIR}: makes a root, and beneath it a seal maker and a signer, for
 * demonstrations. The root's key is not kept.
 */
@Command(
    name = "pki",
    description = "Makes a root, a seal maker and a signer for demonstrations. 生成演示用的根证书、制章者与签章者。",
    mixinStandardHelpOptions = true)
final class SealPkiCommand implements Callable<Integer> {
  private static final Duration PERIOD = Duration.ofDays(5 * 365L);

  @Parameters(paramLabel = "DIR", description = "a folder that does not exist yet")
  private Path folder = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path trust = folder.resolve("trust");
    try {
      Files.createDirectory(folder);
      Files.createDirectory(trust);
    } catch (FileAlreadyExistsException e) {
      throw OutputFile.exists(folder);
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.CANNOT_CREATE, folder + " cannot be made: " + e.getMessage());
    }
    SecureRandom random = new SecureRandom();
    Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    SigningKey rootKey = SigningKey.generate(SignatureSuite.SM, random);
    CertificateMaker root =
        new CertificateMaker(
            "Huxin demonstration root", rootKey.signer(random), from, from.plus(PERIOD));
    OutputFile.write(trust.resolve("root.pem"), Bytes.utf8(root.root().toPem()));
    long serial = 2;
    for (String name : new String[] {"maker", "signer"}) {
      SigningKey key = SigningKey.generate(SignatureSuite.SM, random);
      OutputFile.writePrivate(folder.resolve(name + "-key.pem"), Bytes.utf8(key.toPem()));
      OutputFile.write(
          folder.resolve(name + ".pem"),
          Bytes.utf8(
              root.issue(
                      "Huxin demonstration " + name,
                      key.publicKey(),
                      CertificateMaker.Purpose.SIGNING,
                      serial++)
                  .toPem()));
    }
    spec.commandLine().getOut().println(folder);
    return ExitCode.GOOD;
  }
}
