// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code huxin completion bash}: a script by which a shell completes commands and options. */
@Command(
    name = "completion",
    description =
        "Prints what lets a shell complete commands: source <(huxin completion bash). 命令补全脚本。",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  /** The shells that are known. */
  enum Shell {
    /** GNU Bash. */
    BASH,
    /** Zsh, by its compatibility with Bash. */
    ZSH
  }

  @Parameters(paramLabel = "bash|zsh", description = "which shell")
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    // The script finds out by itself in which of the two it runs.
    spec.commandLine().getOut().println("# " + shell + ": source this, or put it into a file");
    spec.commandLine().getOut().print(AutoComplete.bash("huxin", Huxin.program()));
    return ExitCode.GOOD;
  }
}
