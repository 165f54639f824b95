// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.Jws;
import org.huxin.core.statement.Operation;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.crypto.signature.Signer;
import org.huxin.crypto.signature.SigningKey;
import picocli.CommandLine.Option;

/** Who signs a statement, and what becomes of it. */
final class SigningOptions {
  private static final int MAX_FILE = 2 << 20;

  /** A key and its name on the ledger. */
  record Signatory(KeyId keyId, Signer signer) {}

  @Option(
      names = "--as",
      paramLabel = "USCC#N",
      split = ",",
      defaultValue = "${env:HUXIN_AS}",
      description =
          "who signs: a credit code and the number of its key, 1 if not said; by default the"
              + " variable HUXIN_AS. A holder's key names itself. 签名者。")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--signer",
      paramLabel = "PEM",
      split = ",",
      defaultValue = "${env:HUXIN_SIGNER}",
      description = "the signer's private key; by default the variable HUXIN_SIGNER. 签名私钥。")
  private List<Path> keys = new ArrayList<>();

  @Option(
      names = "--attestation",
      paramLabel = "FILE",
      description = "of a holder's key: the identity provider's JWS. 持有人密钥的身份认证。")
  private Optional<Path> attestation = Optional.empty();

  @Option(
      names = "--replaces",
      paramLabel = "N",
      description =
          "the version that it replaces: refused if it is no longer the current one; by default"
              + " whatever is current. 所替换的版本。")
  private Optional<Integer> replaces = Optional.empty();

  @Option(
      names = "--iat",
      paramLabel = "TIME",
      description = "when it is signed; by default now. 签名时间。")
  private Optional<String> iat = Optional.empty();

  @Option(
      names = "--members",
      paramLabel = "FILE",
      description = "JSON with members of the statement; options win over it. 以 JSON 文件给出内容。")
  private Optional<Path> members = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "writes the signed statement, and submits nothing. 只写出已签名的声明。")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "asks a peer whether it would be accepted, and submits nothing. 仅试算，不提交。")
  private boolean dryRun;

  Optional<Path> members() {
    return members;
  }

  Optional<Path> out() {
    return out;
  }

  boolean isDryRun() {
    return dryRun;
  }

  Optional<Integer> replaces() {
    return replaces;
  }

  Instant issuedAt() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try {
      return iat.map(text -> TimeText.read(text, now)).orElse(now);
    } catch (IllegalArgumentException e) {
      throw usage("--iat: " + e.getMessage());
    }
  }

  /** What travels beside a holder's statement. */
  Optional<Jws> attestation() {
    return attestation.map(path -> jws(path));
  }

  static Jws jws(Path path) {
    try {
      return Jws.parse(InputFile.readText(path, MAX_FILE).strip());
    } catch (RefusedException e) {
      throw new CommandFailedException(ExitCode.BAD, path + " is no JWS: " + e.getMessage());
    }
  }

  /** Who signs: one, or several for a joint statement. */
  List<Signatory> signatories(Operation.Signatory kind, SecureRandom random) {
    List<String> given = names.stream().filter(name -> !name.isEmpty()).toList();
    List<Path> files = keys.stream().filter(path -> !path.toString().isEmpty()).toList();
    if (files.isEmpty()) {
      throw usage("name the signer's private key with --signer or in HUXIN_SIGNER");
    }
    if (kind != Operation.Signatory.JOINT && files.size() > 1) {
      throw usage("one signs this, not several: name one --signer");
    }
    boolean holder = kind == Operation.Signatory.HOLDER && given.isEmpty();
    if (!holder && given.size() != files.size()) {
      throw usage("name who signs with --as or in HUXIN_AS, once for each --signer");
    }
    List<Signatory> signatories = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      SigningKey key = SealMakeCommand.key(files.get(i));
      KeyId id = holder ? new KeyId.OfHolder(Thumbprint.of(key.publicKey())) : keyId(given.get(i));
      signatories.add(new Signatory(id, key.signer(random)));
    }
    return signatories;
  }

  private static KeyId keyId(String text) {
    try {
      return text.length() == Uscc.LENGTH
          ? new KeyId.OfAuthority(Uscc.parse(text), 1)
          : KeyId.parse(text);
    } catch (RefusedException e) {
      throw usage("--as " + text + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw usage("--as " + text + " is no credit code with the number of a key");
    }
  }

  static CommandFailedException usage(String line) {
    return new CommandFailedException(ExitCode.USAGE, line);
  }
}
