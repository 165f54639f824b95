// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.AskingContext;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import org.huxin.sdk.usage.RecordedUse;
import org.huxin.sdk.usage.UseDraft;
import org.huxin.sdk.usage.UseRecorder;
import org.huxin.sdk.verifying.VerificationRequest;
import org.huxin.sdk.verifying.Verifier;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.ofd.ByteSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin usage record FILE --proof P}: verifies a licence for a use and, unless it is
 * invalid, records the use, sealed to the holder's trail.
 */
@Command(
    name = "record",
    description = "A consumer verifies a licence and records its use. 核验并记录用证。",
    mixinStandardHelpOptions = true)
final class UsageRecordCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "the document. 证照文件。")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--proof", required = true, paramLabel = "FILE", description = "证明文件。")
  private Path proof = Path.of("");

  @Option(
      names = "--business-code",
      required = true,
      paramLabel = "CODE",
      description = "what the authority calls the business; its commitment goes out. 业务编号。")
  private String business = "";

  @Option(
      names = "--field",
      split = ",",
      paramLabel = "NAME",
      description = "the attributes that were shown. 出示的字段。")
  private List<String> fields = List.of();

  @Option(
      names = "--roots",
      paramLabel = "DIR",
      description = "trusted roots of seals and time stamps. 印章信任根目录。")
  private Optional<Path> roots = Optional.empty();

  @Mixin private AskingOptions asking = new AskingOptions();
  @Mixin private AuthorityOptions authority = new AuthorityOptions();
  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Profile read = profile.read();
    ProofFile licence = VerifyCommand.proof(proof);
    Set<FieldName> shown = new TreeSet<>();
    fields.forEach(each -> shown.add(VerifyCommand.field(each)));
    AskingContext context =
        asking.context(Optional.of(authority.secret().commitment(business)), List.copyOf(shown));
    try (LedgerClient ledger = ProfileOption.open(read)) {
      Verifier verifier =
          new Verifier(ledger, read.ledger(), roots.map(TrustFolder::read).orElse(Trust.NOBODY));
      Verdict verdict = verify(verifier, licence, context, shown);
      if (verdict.result() == Validity.INVALID) {
        new VerdictReport(spec.commandLine().getOut(), reporting).say(verdict, licence);
        return ExitCode.BAD;
      }
      UseRecorder recorder =
          new UseRecorder(
              authority.identity(read.ledger()),
              authority.secret(),
              context.division(),
              ledger,
              InstantSource.system(),
              new SecureRandom());
      UseDraft draft =
          recorder
              .begin(context.item(), business, context.purpose())
              .licence(licence, verdict, shown, asking.grants().toArray(GrantFile[]::new));
      if (asking.isStatutory()) {
        draft.statutory(
            context.scope().orElseThrow(() -> SigningOptions.usage("missing: --scope")));
      }
      RecordedUse use = draft.record();
      Submitted.say(spec.commandLine().getOut(), reporting, "RecordUsage", use.committed());
    }
    return ExitCode.GOOD;
  }

  private Verdict verify(
      Verifier verifier, ProofFile licence, AskingContext context, Set<FieldName> shown) {
    VerificationRequest request =
        VerificationRequest.asOf(Instant.now().truncatedTo(ChronoUnit.SECONDS))
            .showing(shown)
            .usedFor(context, asking.grants().toArray(GrantFile[]::new));
    if (file.isEmpty()) {
      return verify(verifier, Optional.empty(), licence, request);
    }
    try (FileSource source = FileSource.open(file.get())) {
      return verify(verifier, Optional.of(source), licence, request);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Verdict verify(
      Verifier verifier,
      Optional<ByteSource> document,
      ProofFile licence,
      VerificationRequest request) {
    try {
      return verifier.verify(document, licence, request);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CommandFailedException unreadable(IOException e) {
    return new CommandFailedException(
        ExitCode.NO_INPUT,
        file.map(Path::toString).orElse("") + " cannot be read: " + e.getMessage());
  }
}
