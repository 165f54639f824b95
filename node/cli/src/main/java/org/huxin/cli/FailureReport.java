// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonObject;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.refusal.RefusalTexts;
import org.huxin.crypto.refusal.RefusedException;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.ledger.OutcomeUnknownException;
import org.huxin.sdk.ledger.TransactionInvalidException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The one place that turns failures into words and an exit code. */
final class FailureReport {
  private final PrintWriter out;
  private final PrintWriter err;

  FailureReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Says what failed, and returns the exit code. */
  int say(Exception failure, CommandLine command) {
    if (failure instanceof CommandFailedException failed) {
      err.println("huxin: " + failed.getMessage());
      return failed.exitCode();
    }
    Reporting reporting = reporting(command);
    if (failure instanceof LedgerRefusedException refused) {
      return refused(refused, reporting);
    }
    if (failure instanceof RefusedException refused) {
      err.println("huxin: " + refused.getMessage());
      return ExitCode.BAD;
    }
    Optional<String> text = text(failure);
    if (text.isPresent()) {
      err.println("huxin: " + reporting.text(text.get()) + ": " + failure.getMessage());
      return failure instanceof TransactionInvalidException ? ExitCode.BAD : ExitCode.CANNOT_TELL;
    }
    err.println("huxin: a bug, please report it: " + failure);
    return ExitCode.BUG;
  }

  private static Optional<String> text(Exception failure) {
    if (failure instanceof LedgerUnavailableException) {
      return Optional.of("failure.unavailable");
    }
    if (failure instanceof OutcomeUnknownException) {
      return Optional.of("failure.unknown");
    }
    return failure instanceof TransactionInvalidException
        ? Optional.of("failure.invalid")
        : Optional.empty();
  }

  /** Where the command speaks with the ledger, the language that it was asked for. */
  private static Reporting reporting(CommandLine command) {
    return command.getCommandSpec().mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(Reporting.class::isInstance)
        .map(Reporting.class::cast)
        .findFirst()
        .orElseGet(Reporting::new);
  }

  private int refused(LedgerRefusedException refused, Reporting reporting) {
    RefusalTexts texts = RefusalTexts.in(reporting.locale());
    String meaning = texts.meaning(refused.code());
    String action = texts.action(refused.code());
    if (reporting.isJson()) {
      JsonObject.Builder evidence = JsonObject.builder();
      refused.evidence().forEach(evidence::put);
      JsonObject said =
          JsonObject.builder()
              .put("code", refused.code().name())
              .put("evidence", evidence.build())
              .put("meaning", meaning)
              .put("action", action)
              .build();
      out.println(CanonicalJson.text(JsonObject.builder().put("refused", said).build()));
      return ExitCode.BAD;
    }
    err.println(
        "huxin: " + reporting.text("failure.refused") + " " + refused.code() + ": " + meaning);
    for (Map.Entry<String, String> each : refused.evidence().entrySet()) {
      err.println("  " + each.getKey() + ": " + each.getValue());
    }
    err.println("  " + reporting.text("failure.todo") + ": " + action);
    return ExitCode.BAD;
  }
}
