// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.holder.GrantFile;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.jws.Jws;
import org.huxin.core.jws.JwsRefusedException;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.signed.StatementPayload;
import org.huxin.core.signed.StatementRefusedException;
import org.huxin.core.statement.Operation;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code huxin statement inspect FILE}: shows a JWS, or the one that a proof file or grant file
 * carries: header, payload, name, and with {@code --key} whether that key signed it. Exit 0 if it
 * is well formed and, with a key, signed by it; 1 if not; 2 if it is well formed and no key was
 * given.
 */
@Command(
    name = "inspect",
    description = "Shows a JWS, proof file or grant file. 查看声明、证明文件或授权文件。",
    mixinStandardHelpOptions = true)
final class StatementInspectCommand implements Callable<Integer> {
  private static final int MAX_KEY_FILE = 8192;

  @Parameters(paramLabel = "FILE", description = "a JWS, a .huxin.json or a .huxin-grant.json file")
  private Path file = Path.of("");

  @Option(names = "--key", paramLabel = "PEM", description = "the public key that must have signed")
  private Optional<Path> key = Optional.empty();

  @Option(names = "--json", description = "one JSON object for scripts")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Signature {
    VALID,
    INVALID,
    NOT_CHECKED
  }

  @Override
  public Integer call() {
    Optional<VerifyingKey> trusted =
        key.map(path -> VerifyingKey.ofPem(InputFile.readText(path, MAX_KEY_FILE)));
    Jws jws = jws(InputFile.readText(file, JsonLimits.FILE.maxBytes()));
    Signature signature = trusted.map(by -> check(jws, by)).orElse(Signature.NOT_CHECKED);
    Optional<String> fault = fault(jws);
    print(jws, signature, fault);
    if (fault.isPresent() || signature == Signature.INVALID) {
      return ExitCode.BAD;
    }
    return signature == Signature.VALID ? ExitCode.GOOD : ExitCode.CANNOT_TELL;
  }

  /** A JWS has two dots and no brace; the two kinds of file are told apart by their members. */
  private Jws jws(String text) {
    String stripped = text.strip();
    try {
      if (!stripped.startsWith("{")) {
        return Jws.parse(stripped);
      }
      Bytes bytes = Bytes.utf8(stripped);
      boolean grant =
          CanonicalJson.decode(bytes, JsonLimits.FILE) instanceof JsonObject object
              && object.get("grant").isPresent();
      return grant ? GrantFile.read(bytes).grant() : ProofFile.read(bytes).batch();
    } catch (JwsRefusedException | JsonRefusedException | DecodeRefusedException e) {
      throw new CommandFailedException(
          ExitCode.BAD, file + " is no JWS, proof file or grant file: " + e.getMessage());
    }
  }

  private static Signature check(Jws jws, VerifyingKey key) {
    try {
      jws.verify(key);
      return Signature.VALID;
    } catch (JwsRefusedException e) {
      return Signature.INVALID;
    }
  }

  /**
   * What is wrong with the payload of an operation's statement; other kinds are shown as they are.
   */
  private static Optional<String> fault(Jws jws) {
    Optional<Operation> operation = Operation.ofType(jws.type());
    if (operation.isEmpty()) {
      return Optional.empty();
    }
    try {
      Object unused = StatementPayload.read(operation.get(), jws.payload(), ledger(jws));
      return Optional.empty();
    } catch (StatementRefusedException e) {
      return Optional.of(e.code() + " " + e.evidence());
    } catch (IllegalArgumentException e) {
      return Optional.of("STATEMENT_MALFORMED {at=/ledger}");
    }
  }

  /** Whatever ledger it is meant for: inspecting is not accepting. */
  private static LedgerId ledger(Jws jws) {
    JsonValue ledger = jws.payload().get("ledger").orElse(new JsonString(""));
    return LedgerId.parse(ledger instanceof JsonString text ? text.value() : "");
  }

  private void print(Jws jws, Signature signature, Optional<String> fault) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonObject.Builder object =
          JsonObject.builder()
              .put("suite", jws.suite().name())
              .put("kid", jws.keyId().toString())
              .put("typ", jws.type().text())
              .put("statementId", jws.statementId().toString())
              .put("payload", jws.payload())
              .put("signature", signature.name())
              .put("wellFormed", fault.isEmpty());
      fault.ifPresent(text -> object.put("fault", text));
      out.println(CanonicalJson.text(object.build()));
      return;
    }
    List<Map.Entry<String, String>> lines =
        List.of(
            Map.entry("typ", jws.type().text()),
            Map.entry("kid", jws.keyId().toString()),
            Map.entry("suite", jws.suite().name()),
            Map.entry("statement id", jws.statementId().toString()),
            Map.entry("signature", signature.name()),
            Map.entry("well formed", fault.orElse("yes")));
    lines.forEach(line -> out.println(line.getKey() + ": " + line.getValue()));
    for (Map.Entry<String, JsonValue> member : jws.payload().members().entrySet()) {
      out.println("  " + member.getKey() + " = " + CanonicalJson.text(member.getValue()));
    }
  }
}
