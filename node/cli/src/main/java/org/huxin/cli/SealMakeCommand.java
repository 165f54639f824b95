// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.SigningKey;
import org.huxin.seal.certificate.Certificate;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealPicture;
import org.huxin.seal.structure.SealProperty;
import org.huxin.seal.structure.SealVersion;
import org.huxin.seal.structure.SignerList;
import org.huxin.seal.write.SealImage;
import org.huxin.seal.write.SealMaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code huxin seal make FILE.esl}: makes a seal of GB/T 38540 with a maker's key. */
@Command(
    name = "make",
    description = "Makes a seal, for demonstrations. 制作演示用电子印章。",
    mixinStandardHelpOptions = true)
final class SealMakeCommand implements Callable<Integer> {
  private static final int MAX_KEY_FILE = 8192;
  private static final int PIXELS = 240;
  private static final int ORGANISATION = 1;

  /** The days of a seal are those of China. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  @Parameters(paramLabel = "FILE", description = "the seal that is made")
  private Path file = Path.of("");

  @Option(names = "--id", required = true, description = "the seal's esID, ASCII")
  private String id = "";

  @Option(names = "--name", required = true, description = "what the seal is called")
  private String name = "";

  @Option(
      names = "--maker-key",
      required = true,
      paramLabel = "PEM",
      description = "the maker's key")
  private Path makerKey = Path.of("");

  @Option(names = "--maker", required = true, paramLabel = "CERT", description = "its certificate")
  private Path maker = Path.of("");

  @Option(
      names = "--signer",
      required = true,
      paramLabel = "CERT",
      description = "who may use the seal; once or several times")
  private List<Path> signers = List.of();

  @Option(
      names = "--picture",
      paramLabel = "PNG",
      description = "what it looks like; by default a ring with a star")
  private Optional<Path> picture = Optional.empty();

  @Option(
      names = "--size",
      paramLabel = "MM",
      description = "its width and height in millimetres; by default ${DEFAULT-VALUE}")
  private int millimetres = 40;

  @Option(names = "--from", paramLabel = "DATE", description = "first day; by default today")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "last day; by default five years on")
  private Optional<LocalDate> to = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    LocalDate first = from.orElseGet(() -> LocalDate.ofInstant(now, CHINA));
    LocalDate last = to.orElseGet(() -> first.plusYears(5));
    SealProperty property =
        new SealProperty(
            ORGANISATION,
            name,
            new SignerList.Certificates(
                signers.stream().map(each -> certificate(each).encoding()).toList()),
            now,
            first.atStartOfDay().toInstant(CHINA),
            last.plusDays(1).atStartOfDay().toInstant(CHINA).minusSeconds(1));
    Seal seal;
    try {
      seal =
          new SealMaker(
                  SealVersion.V4, key(makerKey).signer(new SecureRandom()), certificate(maker))
              .make(id, property, picture());
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(ExitCode.BAD, "no seal can be made: " + e.getMessage());
    }
    OutputFile.write(file, seal.encoding());
    spec.commandLine().getOut().println(file + " " + seal.structure());
    return ExitCode.GOOD;
  }

  private SealPicture picture() {
    return picture
        .map(path -> InputFile.read(path, SealPicture.MAX_DATA))
        .map(data -> new SealPicture("PNG", data, millimetres, millimetres))
        .orElseGet(() -> SealImage.round(PIXELS, millimetres));
  }

  static Certificate certificate(Path path) {
    Bytes content = InputFile.read(path, 2 * Certificate.MAX_ENCODING);
    return TrustFolder.certificate(content);
  }

  static SigningKey key(Path path) {
    return SigningKey.ofPem(InputFile.readText(path, MAX_KEY_FILE));
  }
}
