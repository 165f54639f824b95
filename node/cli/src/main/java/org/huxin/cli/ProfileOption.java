// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import org.huxin.sdk.profile.ProfileRefusedException;
import picocli.CommandLine.Option;

/** Which ledger is called, and as whom. */
final class ProfileOption {
  /** The variable of the environment that names the profile where no option does. */
  static final String VARIABLE = "HUXIN_PROFILE";

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      defaultValue = "${env:" + VARIABLE + "}",
      description =
          "the connection profile; by default that of the variable " + VARIABLE + ". 连接配置文件。")
  private Optional<Path> file = Optional.empty();

  Path file() {
    return file.filter(path -> !path.toString().isEmpty())
        .orElseThrow(
            () ->
                new CommandFailedException(
                    ExitCode.USAGE,
                    "name a profile with --profile or in "
                        + VARIABLE
                        + "; huxin network start writes one for each city"));
  }

  Profile read() {
    return read(file());
  }

  static Profile read(Path path) {
    try {
      return Profile.read(path);
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(ExitCode.NO_INPUT, path + " does not exist");
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.NO_INPUT, path + " cannot be read: " + e.getMessage());
    } catch (ProfileRefusedException e) {
      throw new CommandFailedException(
          ExitCode.CONFIG, path + " is no profile: " + e.getMessage() + " (try huxin doctor)");
    }
  }

  /** A client of the profile; whoever asks closes it. */
  static LedgerClient open(Profile profile) {
    try {
      return GatewayLedger.of(profile);
    } catch (ProfileRefusedException e) {
      throw new CommandFailedException(
          ExitCode.CONFIG, "the profile cannot be used: " + e.getMessage() + " (try huxin doctor)");
    }
  }
}
