// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonObject;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin keygen FILE}: makes a key pair. The private key goes to FILE, readable by its owner
 * alone; the public key to FILE.pub. Never overwrites.
 */
@Command(
    name = "keygen",
    description = "Makes a key pair of a suite. 生成密钥对。",
    mixinStandardHelpOptions = true)
final class KeygenCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the private key; the public one goes to FILE.pub")
  private Path file = Path.of("");

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      description = "${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}")
  private SignatureSuite suite = SignatureSuite.SM;

  @Option(names = "--json", description = "one JSON object for scripts")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path publicFile = Path.of(file + ".pub");
    if (Files.exists(publicFile)) {
      throw exists(publicFile);
    }
    SigningKey key = SigningKey.generate(suite, new SecureRandom());
    write(file, key.toPem(), ownerOnly());
    write(publicFile, key.publicKey().toPem());
    String thumbprint = key.publicKey().thumbprint();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          CanonicalJson.text(
              JsonObject.builder()
                  .put("suite", suite.name())
                  .put("privateKey", file.toString())
                  .put("publicKey", publicFile.toString())
                  .put("thumbprint", thumbprint)
                  .build()));
    } else {
      out.println(suite + " " + thumbprint);
      out.println(file + ", " + publicFile);
    }
    return ExitCode.GOOD;
  }

  /** Where the file system knows of owners, the file is born with its permissions. */
  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void write(Path path, String text, FileAttribute<?>... attributes) {
    try (var channel =
        Files.newByteChannel(
            path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      channel.write(StandardCharsets.UTF_8.encode(text));
    } catch (FileAlreadyExistsException e) {
      throw exists(path);
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.CANNOT_CREATE, path + " cannot be written: " + e.getMessage());
    }
  }

  private static CommandFailedException exists(Path path) {
    return new CommandFailedException(
        ExitCode.CANNOT_CREATE, path + " exists already and is not overwritten");
  }
}
