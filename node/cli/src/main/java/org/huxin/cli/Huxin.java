// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program. A command is added by its class in the list of subcommands. */
@Command(
    name = "huxin",
    description = "Mutual trust in e-licences and e-seals across cities. 电子证照、电子印章跨域互认互信。",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AttestCommand.class,
      ChaincodeCommand.class,
      CompletionCommand.class,
      DemoCommand.class,
      DoctorCommand.class,
      IdCommand.class,
      IssueCommand.class,
      KeygenCommand.class,
      LedgerCommand.class,
      NetworkCommand.class,
      NodeCommand.class,
      SealCommand.class,
      StatementCommand.class,
      VerifyCommand.class
    })
public final class Huxin implements Callable<Integer> {
  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger NETWORK_LIBRARY = Logger.getLogger("io.grpc");

  @Spec private CommandSpec spec;

  Huxin(CommandSpec spec) {
    this.spec = spec;
  }

  private Huxin() {
    this(CommandSpec.create());
  }

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** The program with all its commands. */
  static CommandLine program() {
    CommandLine commands = new CommandLine(new Huxin());
    LedgerCommands.addTo(commands);
    return commands;
  }

  /** Runs the program; the one place that turns failures into a line and an exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    // What fails is said by the command; the library would add stack traces of its own.
    NETWORK_LIBRARY.setLevel(Level.OFF);
    CommandLine commands = program();
    commands.setOut(out);
    commands.setErr(err);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    // Values of options may begin with @: they name files whose content is meant.
    commands.setExpandAtFiles(false);
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> new FailureReport(out, err).say(failure, command));
    commands.setExitCodeExceptionMapper(failure -> ExitCode.BUG);
    commands.setParameterExceptionHandler(
        (failure, parsed) -> {
          err.println("huxin: " + failure.getMessage());
          err.println(
              "Try: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
          return ExitCode.USAGE;
        });
    int code = commands.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}
