// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huxin.cli.doctor.EndpointExamination;
import org.huxin.cli.doctor.Finding;
import org.huxin.cli.doctor.LedgerExamination;
import org.huxin.cli.doctor.ProfileExamination;
import org.huxin.cli.doctor.Symptom;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.sdk.profile.GatewayPeer;
import org.huxin.sdk.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code huxin doctor}: what is wrong with a connection, in words, and what to do. Exit 0 if it
 * works, 1 if something does not, 2 if nobody could be asked.
 */
@Command(
    name = "doctor",
    description =
        "Explains what is wrong with a profile, its certificates, endpoints, clocks and versions."
            + " 检查连接配置、证书、网络、时钟与版本。",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "how long each step may take; by default ${DEFAULT-VALUE}")
  private int patience = 5;

  @Mixin private ProfileOption profile = new ProfileOption();
  @Mixin private Reporting reporting = new Reporting();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path file = profile.file();
    ProfileExamination own = new ProfileExamination(file, Instant.now());
    Optional<Profile> read = own.examine();
    List<Finding> findings = new ArrayList<>(own.findings());
    // Without an identity that can sign, nobody answers.
    boolean canSign = findings.stream().anyMatch(each -> each.symptom() == Symptom.IDENTITY_SOUND);
    boolean answered = false;
    for (GatewayPeer peer : read.map(Profile::peers).orElse(List.of())) {
      Finding reached = new EndpointExamination(peer, Duration.ofSeconds(patience)).examine();
      findings.add(reached);
      if (!reached.isFault() && canSign) {
        findings.addAll(new LedgerExamination(alone(read.orElseThrow(), peer)).examine());
        answered = true;
      }
    }
    say(findings);
    boolean faults = findings.stream().anyMatch(Finding::isFault);
    return !faults ? ExitCode.GOOD : answered || read.isEmpty() ? ExitCode.BAD : unasked(canSign);
  }

  private static int unasked(boolean canSign) {
    return canSign ? ExitCode.CANNOT_TELL : ExitCode.BAD;
  }

  private static Profile alone(Profile all, GatewayPeer peer) {
    return new Profile(
        all.channel(),
        all.chaincode(),
        all.ledger(),
        List.of(peer),
        all.identity(),
        all.ownDeadlines(),
        all.clientTls());
  }

  private void say(List<Finding> findings) {
    PrintWriter out = spec.commandLine().getOut();
    if (reporting.isJson()) {
      out.println(CanonicalJson.text(json(findings)));
      return;
    }
    String place = "";
    for (Finding each : findings) {
      if (!each.place().equals(place)) {
        place = each.place();
        out.println(place);
      }
      out.println("  " + mark(each) + " " + words(each));
      if (each.symptom().weight() != Symptom.Weight.FINE) {
        out.println("    → " + reporting.text("doctor." + each.symptom() + ".do"));
      }
    }
  }

  private String words(Finding finding) {
    return reporting.text("doctor." + finding.symptom()).formatted(finding.details().toArray());
  }

  private static String mark(Finding finding) {
    return switch (finding.symptom().weight()) {
      case FINE -> "✓";
      case WARNING -> "!";
      case FAULT -> "✗";
    };
  }

  private JsonObject json(List<Finding> findings) {
    List<JsonValue> all = new ArrayList<>();
    for (Finding each : findings) {
      JsonObject.Builder object =
          JsonObject.builder()
              .put("symptom", each.symptom().name())
              .put("weight", each.symptom().weight().name())
              .put("place", each.place())
              .put(
                  "details",
                  new JsonArray(each.details().stream().<JsonValue>map(JsonString::new).toList()))
              .put("words", words(each));
      if (each.symptom().weight() != Symptom.Weight.FINE) {
        object.put("remedy", reporting.text("doctor." + each.symptom() + ".do"));
      }
      all.add(object.build());
    }
    return JsonObject.builder()
        .put("findings", new JsonArray(all))
        .put("sound", findings.stream().noneMatch(Finding::isFault))
        .build();
  }
}
