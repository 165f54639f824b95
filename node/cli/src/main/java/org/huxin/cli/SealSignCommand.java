// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.ofd.OfdRefusedException;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.write.DocumentSealer;
import org.huxin.seal.write.LicenceDocument;
import org.huxin.seal.write.Placement;
import org.huxin.seal.write.SealUser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin seal sign FILE.ofd}: seals a document, or a licence of one page that is made on the
 * way.
 */
@Command(
    name = "sign",
    description = "Seals a document, for demonstrations. 对文档加盖演示用电子印章。",
    mixinStandardHelpOptions = true)
final class SealSignCommand implements Callable<Integer> {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  @Parameters(paramLabel = "FILE", description = "the sealed document that is made")
  private Path file = Path.of("");

  @Option(names = "--document", paramLabel = "OFD", description = "the document to seal")
  private Optional<Path> document = Optional.empty();

  @Option(names = "--title", description = "in place of a document: the title of a licence")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--attribute",
      paramLabel = "NAME=VALUE",
      description = "what the licence says; once or several times")
  private Map<String, String> attributes = new LinkedHashMap<>();

  @Option(names = "--seal", required = true, paramLabel = "ESL", description = "the seal")
  private Path seal = Path.of("");

  @Option(names = "--key", required = true, paramLabel = "PEM", description = "the signer's key")
  private Path key = Path.of("");

  @Option(names = "--signer", required = true, paramLabel = "CERT", description = "its certificate")
  private Path signer = Path.of("");

  @Option(names = "--whole", description = "no further seal may follow")
  private boolean whole;

  @Option(
      names = "--page",
      paramLabel = "ID",
      description = "identifier of the page; by default ${DEFAULT-VALUE}")
  private int page = Placement.LICENCE.page();

  @Option(
      names = "--x",
      paramLabel = "MM",
      description = "from the left; by default ${DEFAULT-VALUE}")
  private int x = Placement.LICENCE.x();

  @Option(names = "--y", paramLabel = "MM", description = "from above; by default ${DEFAULT-VALUE}")
  private int y = Placement.LICENCE.y();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (document.isPresent() == title.isPresent()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "either --document or --title says what is sealed");
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Seal read = Seal.read(InputFile.read(seal, Seal.MAX_ENCODING));
    Bytes sealed;
    try {
      SealUser user =
          new SealUser(
              read,
              SealMakeCommand.key(key).signer(new SecureRandom()),
              SealMakeCommand.certificate(signer),
              SealUser.TimeStamper.NONE);
      DocumentSealer sealer =
          new DocumentSealer(
              user, whole ? DocumentSealer.Mode.WHOLE_PROTECTED : DocumentSealer.Mode.CONTINUE);
      sealed = sealer.seal(unsealed(now), now, new Placement(page, x, y));
    } catch (OfdRefusedException e) {
      throw new CommandFailedException(
          ExitCode.BAD, document.orElse(file) + " is no OFD document: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(ExitCode.BAD, "it cannot be sealed: " + e.getMessage());
    }
    OutputFile.write(file, sealed);
    spec.commandLine().getOut().println(file);
    return ExitCode.GOOD;
  }

  private Bytes unsealed(Instant now) {
    return document
        .map(path -> InputFile.read(path, DocumentSealer.MAX_DOCUMENT))
        .orElseGet(
            () ->
                new LicenceDocument(
                        title.orElseThrow(), LocalDate.ofInstant(now, CHINA), attributes)
                    .toOfd());
  }
}
