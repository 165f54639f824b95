// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.id.HolderCodeType;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.statement.FieldName;
import org.huxin.core.verdict.Validity;
import org.huxin.core.verdict.Verdict;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.crypto.signature.VerifyingKey;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.offline.OfflineVerifier;
import org.huxin.sdk.profile.Profile;
import org.huxin.sdk.verifying.VerificationRequest;
import org.huxin.sdk.verifying.Verifier;
import org.huxin.seal.certificate.Trust;
import org.huxin.seal.ofd.ByteSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin verify FILE --proof P}: whether a licence is genuine, in force and usable here. The
 * document stays on this machine. Exit 0 if it is valid, 1 if not, 2 if it cannot be told.
 */
@Command(
    name = "verify",
    description = "Verifies a licence, at a peer or offline. 核验证照（联机或离线）。",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private static final int MAX_KEY_FILE = 8192;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "the document; without it, only what its record says is verified. 证照文件。")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--proof",
      required = true,
      paramLabel = "PROOF",
      description = "its proof file (.huxin.json). 证明文件。")
  private Path proof = Path.of("");

  @Option(
      names = "--offline",
      description = "without a network, against --trusted-key; then nothing says VALID. 离线核验。")
  private boolean offline;

  @Option(
      names = "--trusted-key",
      paramLabel = "PEM",
      description = "offline: the issuer's public key that is trusted. 受信任的签发公钥。")
  private Optional<Path> trustedKey = Optional.empty();

  @Option(
      names = "--ledger",
      paramLabel = "ID",
      description = "offline: the ledger's id; by default the profile's. 账本标识。")
  private Optional<String> ledger = Optional.empty();

  @Option(
      names = "--roots",
      paramLabel = "DIR",
      description = "trusted roots of seals and time stamps. 印章信任根目录。")
  private Optional<Path> roots = Optional.empty();

  @Option(names = "--at", paramLabel = "TIME", description = "as of when; by default now. 法律时间。")
  private String at = "now";

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      description = "as the ledger knew by then; by default all that it knows. 账本已知时间。")
  private Optional<String> knownAt = Optional.empty();

  @Option(
      names = "--field",
      split = ",",
      paramLabel = "NAME",
      description = "attributes that must be shown. 须出示的字段。")
  private List<String> fields = List.of();

  @Option(
      names = "--holder",
      paramLabel = "TYPE:CODE",
      description = "who must hold it, such as 001:CREDIT-CODE or 111:CITIZEN-NUMBER. 持证主体。")
  private Optional<String> holder = Optional.empty();

  @ArgGroup(
      exclusive = false,
      heading = "Who asks, for what; without these, neither recognition nor consent is asked.%n")
  private @Nullable AskingOptions asking;

  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ProofFile read = proof(proof);
    Trust trust = roots.map(TrustFolder::read).orElse(Trust.NOBODY);
    Verdict verdict;
    if (file.isEmpty()) {
      verdict = verdict(Optional.empty(), read, trust);
    } else {
      try (FileSource source = FileSource.open(file.get())) {
        verdict = verdict(Optional.of(source), read, trust);
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
    new VerdictReport(spec.commandLine().getOut(), reporting).say(verdict, read);
    return exitCode(verdict.result());
  }

  private static int exitCode(Validity result) {
    return switch (result) {
      case VALID -> ExitCode.GOOD;
      case INVALID -> ExitCode.BAD;
      case INDETERMINATE -> ExitCode.CANNOT_TELL;
    };
  }

  private Verdict verdict(Optional<ByteSource> document, ProofFile read, Trust trust) {
    try {
      return offline ? offline(document, read, trust) : online(document, read, trust);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CommandFailedException unreadable(IOException e) {
    return new CommandFailedException(
        ExitCode.NO_INPUT,
        file.map(Path::toString).orElse("") + " cannot be read: " + e.getMessage());
  }

  private Verdict online(Optional<ByteSource> document, ProofFile read, Trust trust)
      throws IOException {
    if (trustedKey.isPresent() || ledger.isPresent()) {
      throw usage("--trusted-key and --ledger belong to --offline");
    }
    VerificationRequest request = request();
    Profile called = profile.read();
    try (LedgerClient client = ProfileOption.open(called)) {
      return new Verifier(client, called.ledger(), trust).verify(document, read, request);
    }
  }

  private Verdict offline(Optional<ByteSource> document, ProofFile read, Trust trust)
      throws IOException {
    Path key = trustedKey.orElseThrow(() -> usage("--offline needs --trusted-key"));
    LedgerId id = ledger.map(VerifyCommand::ledgerId).orElseGet(() -> profile.read().ledger());
    NamedKey trusted =
        new NamedKey(
            read.batch().keyId(), VerifyingKey.ofPem(InputFile.readText(key, MAX_KEY_FILE)));
    return new OfflineVerifier(id, trusted, trust).verify(document, read, time("--at", at));
  }

  private static LedgerId ledgerId(String text) {
    try {
      return LedgerId.parse(text);
    } catch (RefusedException | IllegalArgumentException e) {
      throw new CommandFailedException(ExitCode.USAGE, "--ledger: no ledger id");
    }
  }

  private VerificationRequest request() {
    Optional<AskingOptions> asked = Optional.ofNullable(asking);
    Set<FieldName> names = new LinkedHashSet<>();
    fields.forEach(each -> names.add(VerifyCommand.field(each)));
    return new VerificationRequest(
        time("--at", at),
        knownAt.map(text -> time("--known-at", text)),
        Optional.empty(),
        names,
        holder.map(text -> holder("--holder", text)),
        asked.map(AskingOptions::context),
        asked.map(AskingOptions::grants).orElse(List.of()),
        Optional.empty());
  }

  static FieldName field(String text) {
    try {
      return new FieldName(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(ExitCode.USAGE, text + " is no name of a field");
    }
  }

  static HolderId holder(String option, String text) {
    int colon = text.indexOf(':');
    try {
      HolderCodeType type =
          HolderCodeType.ofCode(text.substring(0, Math.max(0, colon)))
              .orElseThrow(IllegalArgumentException::new);
      return new HolderId(type, text.substring(colon + 1));
    } catch (RefusedException | IllegalArgumentException e) {
      throw SigningOptions.usage(option + ": write TYPE:CODE, such as 001:CREDIT-CODE");
    }
  }

  private Instant time(String option, String text) {
    try {
      return TimeText.read(text, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    } catch (IllegalArgumentException e) {
      throw usage(option + ": " + e.getMessage());
    }
  }

  private CommandFailedException usage(String line) {
    return new CommandFailedException(ExitCode.USAGE, line);
  }

  /** Reads a proof file, or says in one line why not. */
  static ProofFile proof(Path path) {
    try {
      return ProofFile.read(InputFile.read(path, JsonLimits.FILE.maxBytes()));
    } catch (JsonRefusedException | DecodeRefusedException e) {
      throw new CommandFailedException(ExitCode.BAD, path + " is no proof file: " + e.getMessage());
    }
  }
}
