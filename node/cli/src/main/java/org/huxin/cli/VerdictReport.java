// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;
import org.huxin.core.proof.ProofFile;
import org.huxin.core.record.Attribute;
import org.huxin.core.verdict.Finding;
import org.huxin.core.verdict.FindingTexts;
import org.huxin.core.verdict.Judgement;
import org.huxin.core.verdict.Outcome;
import org.huxin.core.verdict.Verdict;

/** A verdict for people, aspect by aspect, or for scripts. */
final class VerdictReport {
  private final PrintWriter out;
  private final Reporting reporting;

  VerdictReport(PrintWriter out, Reporting reporting) {
    this.out = out;
    this.reporting = reporting;
  }

  void say(Verdict verdict, ProofFile proof) {
    if (reporting.isJson()) {
      out.println(CanonicalJson.text(json(verdict, proof)));
      return;
    }
    FindingTexts texts = FindingTexts.in(reporting.locale());
    out.println(mark(verdict) + " " + texts.of(verdict.result()));
    for (Judgement judgement : verdict.judgements()) {
      if (judgement.outcome() != Outcome.NOT_ASKED) {
        print(judgement, texts);
      }
    }
    out.println("  " + reporting.text("verify.code") + ": " + texts.of(verdict.resultCode()));
    out.println(
        "  "
            + reporting.text("verify.asOf")
            + ": "
            + TimeText.print(verdict.asOf().getEpochSecond()));
    for (Attribute attribute : proof.shownAttributes()) {
      out.println("  " + attribute.name() + ": " + attribute.value());
    }
  }

  private static String mark(Verdict verdict) {
    return switch (verdict.result()) {
      case VALID -> "✓";
      case INVALID -> "✗";
      case INDETERMINATE -> "?";
    };
  }

  private void print(Judgement judgement, FindingTexts texts) {
    String mark =
        switch (judgement.outcome()) {
          case OK -> "✓";
          case FAILED -> "✗";
          case UNKNOWN -> "?";
          case NOT_ASKED -> "-";
        };
    out.println(
        "  " + mark + " " + texts.of(judgement.aspect()) + ": " + texts.of(judgement.outcome()));
    for (Finding finding : judgement.findings()) {
      out.println(
          "      "
              + texts.of(finding.code())
              + " ("
              + finding.code()
              + (finding.evidence().isEmpty() ? "" : " " + finding.evidence())
              + ")");
    }
  }

  private static JsonObject json(Verdict verdict, ProofFile proof) {
    List<JsonValue> shown = new ArrayList<>();
    for (Attribute attribute : proof.shownAttributes()) {
      shown.add(
          JsonObject.builder()
              .put("name", attribute.name().toString())
              .put("value", attribute.value())
              .build());
    }
    return JsonObject.builder()
        .put("result", verdict.result().name())
        .put("genuine", verdict.genuine().name())
        .put("inForce", verdict.inForce().name())
        .put("usableHere", verdict.usableHere().name())
        .put("resultCode", verdict.resultCode().number())
        .put("digest", verdict.digest().toString())
        .put("verdict", Verdict.CODEC.encode(verdict))
        .put("shown", new JsonArray(shown))
        .build();
  }
}
