// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.huxin.chaincode.packaging.ServicePackage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin chaincode package OUT}: writes the package that every city's peer installs, the same
 * bytes on every machine, and prints its package id. Never overwrites.
 */
@Command(
    name = "package",
    description = "Writes the package that peers install, and prints its id. 生成链码安装包。",
    mixinStandardHelpOptions = true)
final class ChaincodePackageCommand implements Callable<Integer> {
  @Parameters(paramLabel = "OUT", description = "the package, a .tar.gz file")
  private Path file = Path.of("");

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "the package's name; by default ${DEFAULT-VALUE}")
  private String label = "huxin_1";

  @Option(names = "--tls", description = "the service demands a certificate of its peer")
  private boolean tls;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ServicePackage made = make();
    try {
      Files.write(
          file,
          made.archive().toByteArray(),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailedException(
          ExitCode.CANNOT_CREATE, file + " exists already and is not overwritten");
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.CANNOT_CREATE, file + " cannot be written: " + e.getMessage());
    }
    spec.commandLine().getOut().println(made.packageId());
    return ExitCode.GOOD;
  }

  private ServicePackage make() {
    try {
      return tls ? ServicePackage.withMutualTls(label) : ServicePackage.of(label);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--label: " + e.getMessage(), e);
    }
  }
}
