// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.huxin.contract.statement.OperationNames;
import org.huxin.core.jws.Jws;
import org.huxin.core.statement.Operation;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.sdk.ledger.LedgerClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin statement submit FILE…}: carries in a statement that was signed elsewhere, with what
 * travels beside it: the attestation of a holder's key, or the signatures of other governors.
 */
@Command(
    name = "submit",
    description =
        "Carries in a signed statement, with its attestation or the other signatures of a joint"
            + " one. 提交已签名的声明。",
    mixinStandardHelpOptions = true)
final class StatementSubmitCommand implements Callable<Integer> {
  private static final int MAX_FILE = 2 << 20;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "files of JWS, one a line; the statement first")
  private List<Path> files = List.of();

  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<Jws> all = new ArrayList<>();
    for (Path file : files) {
      InputFile.readText(file, MAX_FILE).strip().lines().forEach(line -> all.add(jws(file, line)));
    }
    if (all.isEmpty()) {
      throw new CommandFailedException(ExitCode.BAD, "there is no statement");
    }
    String name =
        Operation.ofType(all.get(0).type())
            .map(OperationNames::of)
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        ExitCode.BAD,
                        files.get(0) + " asks for no operation: " + all.get(0).type().text()));
    try (LedgerClient ledger = ProfileOption.open(profile.read())) {
      LedgerClient.Committed committed = ledger.submit(name, all.stream().map(Jws::text).toList());
      Submitted.say(spec.commandLine().getOut(), reporting, name, committed);
    }
    return ExitCode.GOOD;
  }

  private static Jws jws(Path file, String line) {
    try {
      return Jws.parse(line);
    } catch (RefusedException e) {
      throw new CommandFailedException(ExitCode.BAD, file + " holds no JWS: " + e.getMessage());
    }
  }
}
