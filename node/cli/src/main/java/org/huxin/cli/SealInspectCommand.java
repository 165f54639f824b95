// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.core.json.CanonicalJson;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.check.KnownSealings;
import org.huxin.seal.check.SealCheck;
import org.huxin.seal.check.SealFinding;
import org.huxin.seal.check.SealFindingTexts;
import org.huxin.seal.ofd.DocumentCheck;
import org.huxin.seal.ofd.OfdRefusedException;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealProperty;
import org.huxin.seal.structure.SealSignature;
import org.huxin.seal.structure.StructureRefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin seal inspect FILE}: shows the seals of a document, a seal or a sealing, and
 * everything that the check finds. Exit 0 if it is sound, 1 if not, 2 if it cannot be told.
 */
@Command(
    name = "inspect",
    description =
        "Shows and checks the seals of an OFD, a seal (.esl) or a sealing (SignedValue.dat)."
            + " 查看并验证 OFD 文档的签章、电子印章或电子签章数据。",
    mixinStandardHelpOptions = true)
final class SealInspectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "FILE.ofd, FILE.esl or SignedValue.dat")
  private Path file = Path.of("");

  @Option(
      names = "--roots",
      paramLabel = "DIR",
      description = "trusted roots, authorities beneath them and revocation lists, PEM or DER")
  private Optional<Path> roots = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "when is asked, such as 2026-11-01T00:00:00Z; by default now")
  private Optional<Instant> at = Optional.empty();

  @Option(names = "--json", description = "one JSON object for scripts")
  private boolean json;

  @Mixin private Language language = new Language();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Trust trust = roots.map(TrustFolder::read).orElse(Trust.NOBODY);
    SealCheck check = new SealCheck(trust, KnownSealings.NONE, at.orElseGet(Instant::now));
    SealInspection found;
    try (FileSource source = FileSource.open(file)) {
      found = inspect(source, check);
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.NO_INPUT, file + " cannot be read: " + e.getMessage());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(CanonicalJson.text(found.toJson(file.toString())));
    } else {
      print(found, out);
    }
    return switch (found.outcome()) {
      case OK, NOT_ASKED -> ExitCode.GOOD;
      case UNKNOWN -> ExitCode.CANNOT_TELL;
      case FAILED -> ExitCode.BAD;
    };
  }

  private SealInspection inspect(FileSource source, SealCheck check) throws IOException {
    Bytes start = start(source);
    boolean sequence = start.length() > 1 && start.at(0) == 0x30;
    if (sequence || file.toString().endsWith(".esl") || file.toString().endsWith(".dat")) {
      return structure(check);
    }
    try {
      String format = start.equals(Bytes.utf8("%PDF")) ? "PDF" : "OFD";
      return SealInspection.of(format, DocumentCheck.check(source, check));
    } catch (OfdRefusedException e) {
      throw new CommandFailedException(
          ExitCode.BAD, file + " is no OFD document, seal or sealing: " + e.getMessage());
    }
  }

  private static Bytes start(FileSource source) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(4, source.size()));
    source.read(0, buffer);
    return Bytes.of(buffer.flip());
  }

  /** A sealing holds a seal, so it is tried first; which one a file claims to be, its name says. */
  private SealInspection structure(SealCheck check) {
    Bytes content = InputFile.read(file, SealSignature.MAX_ENCODING);
    StructureRefusedException refused;
    try {
      return SealInspection.of(check.sealing(SealSignature.read(content), Optional.empty()));
    } catch (StructureRefusedException e) {
      refused = e;
    }
    try {
      return SealInspection.of(check.seal(Seal.read(content)));
    } catch (StructureRefusedException e) {
      boolean seal = file.toString().endsWith(".esl");
      throw new CommandFailedException(
          ExitCode.BAD,
          file + (seal ? " is no seal: " : " is no sealing: ") + (seal ? e : refused).getMessage());
    }
  }

  private void print(SealInspection found, PrintWriter out) {
    SealFindingTexts texts = SealFindingTexts.in(language.locale());
    out.println(sign(found) + " " + file + " (" + found.format() + ")");
    print(found.findings(), texts, out);
    for (SealInspection.Part part : found.parts()) {
      out.println("  " + language.text("seal.seal") + " " + part.id());
      part.seal().ifPresent(seal -> print(seal, out));
      part.sealing().ifPresent(sealing -> line(out, "seal.signed", SealInspection.signed(sealing)));
      part.forLedger()
          .flatMap(asked -> asked.provenTime())
          .ifPresent(time -> line(out, "seal.proven", time.toString()));
      print(part.findings(), texts, out);
    }
  }

  private static String sign(SealInspection found) {
    return switch (found.outcome()) {
      case OK, NOT_ASKED -> "✓";
      case UNKNOWN -> "?";
      case FAILED -> "✗";
    };
  }

  private void print(Seal seal, PrintWriter out) {
    SealProperty property = seal.info().property();
    line(out, "seal.name", property.name());
    line(out, "seal.id", seal.info().id() + " (" + seal.version() + ")");
    line(out, "seal.period", property.validFrom() + " … " + property.validTo());
    line(out, "seal.structure", seal.structure().toString());
  }

  private void line(PrintWriter out, String key, String value) {
    out.println("    " + language.text(key) + ": " + value);
  }

  /** The text for people, the code for those who search, and what was found. */
  private static void print(List<SealFinding> findings, SealFindingTexts texts, PrintWriter out) {
    for (SealFinding finding : findings) {
      String evidence = finding.evidence().isEmpty() ? "" : " " + finding.evidence();
      out.println("    - " + texts.of(finding.code()) + " (" + finding.code() + ")" + evidence);
    }
  }
}
