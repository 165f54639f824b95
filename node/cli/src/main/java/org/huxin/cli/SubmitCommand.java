// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.contract.statement.OperationNames;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.Shape;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.jws.Jws;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.StatementCodecs;
import org.huxin.core.signed.StatementHead;
import org.huxin.core.signed.StatementPayload;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.profile.Profile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The command of one operation: its options follow from the statement's codec. Signs the statement,
 * has it accepted, and says where it stands. Exit 0 if it was accepted, 1 if it was refused, 2 if
 * it is not known.
 */
final class SubmitCommand implements Callable<Integer> {
  /** What a statement says of itself where it names a version that is then asked for. */
  private static final int SOME_VERSION = 1;

  private final Operation operation;
  private final Preparation preparation;
  private final Shape.Members shape;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Map<OptionSpec, String> options = new LinkedHashMap<>();
  private final ProfileOption profile = new ProfileOption();
  private final SigningOptions signing = new SigningOptions();
  private final Reporting reporting = new Reporting();

  /**
   * For an operation.
   *
   * @param preparation what is known of the members besides the options
   */
  SubmitCommand(String name, Operation operation, Preparation preparation, String... description) {
    this.operation = operation;
    this.preparation = preparation;
    this.shape = StatementCodecs.of(operation).codec().shape();
    spec.name(name);
    spec.usageMessage().description(description);
    LedgerCommands.addHelp(spec);
    addOptions(shape, OperationNames.of(operation));
    spec.addMixin("preparation", CommandSpec.forAnnotatedObject(preparation));
    spec.addMixin("profile", CommandSpec.forAnnotatedObject(profile));
    spec.addMixin("signing", CommandSpec.forAnnotatedObject(signing));
    spec.addMixin("reporting", CommandSpec.forAnnotatedObject(reporting));
  }

  Operation operation() {
    return operation;
  }

  CommandSpec spec() {
    return spec;
  }

  /** A member that is an object is written as its own members. */
  private void addOptions(Shape.Members members, String path) {
    for (Shape.Member member : members.fields()) {
      if (member.shape() instanceof Shape.Members inner && !StatementForm.isKey(inner)) {
        addOptions(inner, path + "." + member.name());
      } else {
        addOption(member, path + "." + member.name());
      }
    }
  }

  private void addOption(Shape.Member member, String path) {
    boolean needed = member.required() && !StatementForm.hasDefault(member);
    String standard =
        StatementForm.beginsNow(member) && member.required() ? "; by default now" : "";
    OptionSpec.Builder option =
        OptionSpec.builder(StatementForm.option(member))
            .paramLabel(StatementForm.label(member.shape()))
            .description(
                (needed ? "(needed) " : "")
                    + Meanings.of(path).map(text -> text + ": ").orElse("")
                    + StatementForm.describe(member.shape())
                    + standard);
    if (member.shape() instanceof Shape.Items) {
      option.type(List.class).auxiliaryTypes(String.class);
    } else {
      option.type(String.class);
      if (member.shape() instanceof Shape.Truth) {
        option.arity("0..1").fallbackValue("true");
      }
    }
    OptionSpec made = option.build();
    spec.addOption(made);
    options.put(made, member.name());
  }

  @Override
  public Integer call() {
    Profile read = profile.read();
    SecureRandom random = new SecureRandom();
    List<SigningOptions.Signatory> signatories = signing.signatories(operation.signatory(), random);
    try (LedgerClient ledger = ProfileOption.open(read)) {
      StatementHead head = new StatementHead(read.ledger(), signing.issuedAt(), signing.replaces());
      JsonObject given =
          preparation.prepare(
              given(), new Preparation.Surroundings(ledger, head, signatories.get(0)));
      Statement statement = statement(head, given, random);
      List<String> arguments = currentArguments(ledger, head, statement, signatories);
      if (signing.out().isPresent()) {
        return write(signing.out().get(), arguments);
      }
      if (signing.isDryRun()) {
        Bytes unused = ledger.evaluate(name(), arguments);
        return say(Optional.empty(), arguments);
      }
      return say(Optional.of(ledger.submit(name(), arguments)), arguments);
    }
  }

  private String name() {
    return OperationNames.of(operation);
  }

  /** What the file of members says, and over it what the options say. */
  private JsonObject given() {
    JsonObject base =
        signing
            .members()
            .map(path -> StatementMembers.json("@" + path, "--members"))
            .map(SubmitCommand::requireObject)
            .orElseGet(() -> JsonObject.builder().build());
    return over(shape, base);
  }

  private static JsonObject requireObject(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw SigningOptions.usage("--members: a JSON object is needed");
  }

  private JsonObject over(Shape.Members members, JsonObject base) {
    Map<String, JsonValue> made = new LinkedHashMap<>(base.members());
    for (Shape.Member member : members.fields()) {
      if (member.shape() instanceof Shape.Members inner && !StatementForm.isKey(inner)) {
        JsonValue old = made.get(member.name());
        JsonObject nested =
            over(inner, old instanceof JsonObject object ? object : JsonObject.builder().build());
        if (old != null || !nested.members().isEmpty()) {
          made.put(member.name(), nested);
        }
      } else {
        value(StatementForm.option(member)).ifPresent(value -> made.put(member.name(), value));
      }
    }
    JsonObject.Builder object = JsonObject.builder();
    made.forEach(object::put);
    return object.build();
  }

  private Optional<JsonValue> value(String option) {
    Object value = spec.findOption(option).getValue();
    if (value instanceof List<?> several) {
      return Optional.of(
          new JsonArray(
              several.stream().<JsonValue>map(each -> new JsonString(each.toString())).toList()));
    }
    return Optional.ofNullable(value).map(Object::toString).map(JsonString::new);
  }

  private Statement statement(StatementHead head, JsonObject given, SecureRandom random) {
    JsonObject complete =
        new StatementMembers(head.ledger(), head.issuedAt(), random).complete(shape, given);
    try {
      return StatementCodecs.of(operation).codec().decode(complete);
    } catch (DecodeRefusedException e) {
      throw SigningOptions.usage("not well formed: " + e.getMessage());
    }
  }

  /**
   * The signed statement and what travels beside it. Where the statement must name the version that
   * it replaces and the user did not, a peer is asked for the current one.
   */
  private List<String> currentArguments(
      LedgerClient ledger,
      StatementHead head,
      Statement statement,
      List<SigningOptions.Signatory> signatories) {
    boolean names =
        operation.replaces() == Operation.Replaces.YES
            || operation.replaces() == Operation.Replaces.MAYBE;
    if (!names || head.replaces().isPresent()) {
      return arguments(head, statement, signatories);
    }
    if (operation.replaces() == Operation.Replaces.MAYBE
        && refusal(ledger, arguments(head, statement, signatories))
            .filter(refused -> refused.code() == LedgerRefusal.REPLACES_MISSING)
            .isEmpty()) {
      return arguments(head, statement, signatories);
    }
    List<String> guess = arguments(replacing(head, SOME_VERSION), statement, signatories);
    return refusal(ledger, guess)
        .filter(refused -> refused.code() == LedgerRefusal.STALE_VERSION)
        .map(refused -> refused.evidence().get("version"))
        .map(version -> replacing(head, Integer.parseInt(version)))
        .map(current -> arguments(current, statement, signatories))
        .orElse(guess);
  }

  private static StatementHead replacing(StatementHead head, int version) {
    return new StatementHead(head.ledger(), head.issuedAt(), Optional.of(version));
  }

  private Optional<LedgerRefusedException> refusal(LedgerClient ledger, List<String> arguments) {
    try {
      Bytes unused = ledger.evaluate(name(), arguments);
      return Optional.empty();
    } catch (LedgerRefusedException e) {
      return Optional.of(e);
    }
  }

  private List<String> arguments(
      StatementHead head, Statement statement, List<SigningOptions.Signatory> signatories) {
    JsonObject payload = new StatementPayload(head, statement).toJson();
    List<String> arguments = new ArrayList<>();
    for (SigningOptions.Signatory each : signatories) {
      arguments.add(Jws.sign(each.signer(), each.keyId(), operation.type(), payload).text());
    }
    signing.attestation().ifPresent(jws -> arguments.add(jws.text()));
    return arguments;
  }

  private int write(Path file, List<String> arguments) {
    OutputFile.write(file, Bytes.utf8(String.join("\n", arguments) + "\n"));
    PrintWriter out = spec.commandLine().getOut();
    if (reporting.isJson()) {
      out.println(
          CanonicalJson.text(
              JsonObject.builder()
                  .put("operation", name())
                  .put("statement", Jws.parse(arguments.get(0)).statementId().toString())
                  .put("file", file.toString())
                  .build()));
    } else {
      out.println(file);
    }
    return ExitCode.GOOD;
  }

  private int say(Optional<LedgerClient.Committed> committed, List<String> arguments) {
    Submitted.say(
        spec.commandLine().getOut(),
        reporting,
        name(),
        committed,
        Jws.parse(arguments.get(0)).statementId());
    return ExitCode.GOOD;
  }
}
