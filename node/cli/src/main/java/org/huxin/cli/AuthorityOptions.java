// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.sdk.identity.AuthorityIdentity;
import org.huxin.sdk.identity.BusinessSecret;
import picocli.CommandLine.Option;

/** An authority at its window: its key, and the secret behind which its businesses stand. */
final class AuthorityOptions {
  private static final int MAX_SECRET = 1024;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "USCC[#N]",
      defaultValue = "${env:HUXIN_AS}",
      description = "who acts: a credit code and the number of its key, 1 if not said. 办事机构。")
  private String name = "";

  @Option(
      names = "--signer",
      required = true,
      paramLabel = "PEM",
      defaultValue = "${env:HUXIN_SIGNER}",
      description = "its private key. 其私钥。")
  private Path signer = Path.of("");

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      defaultValue = "${env:HUXIN_SECRET}",
      description =
          "sixteen bytes or more, behind which businesses stand on the ledger; always the same"
              + " file. 业务密钥文件。")
  private Optional<Path> secret = Optional.empty();

  AuthorityIdentity identity(LedgerId ledger) {
    int hash = name.indexOf('#');
    try {
      return new AuthorityIdentity(
          ledger,
          Uscc.parse(hash < 0 ? name : name.substring(0, hash)),
          hash < 0 ? 1 : Integer.parseInt(name.substring(hash + 1)),
          SealMakeCommand.key(signer).signer(new SecureRandom()));
    } catch (RefusedException | NumberFormatException e) {
      throw SigningOptions.usage("--as " + name + " is no credit code with the number of a key");
    }
  }

  BusinessSecret secret() {
    Path file =
        secret
            .filter(path -> !path.toString().isEmpty())
            .orElseThrow(() -> SigningOptions.usage("name the file of a secret with --secret"));
    Bytes bytes = InputFile.read(file, MAX_SECRET);
    if (bytes.length() < BusinessSecret.MIN_LENGTH) {
      throw new CommandFailedException(
          ExitCode.BAD, file + " has fewer than " + BusinessSecret.MIN_LENGTH + " bytes");
    }
    return new BusinessSecret(bytes);
  }
}
