// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.util.List;
import java.util.Optional;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.seal.SealFindings;
import org.huxin.core.verdict.Outcome;
import org.huxin.seal.check.SealFinding;
import org.huxin.seal.check.SealReport;
import org.huxin.seal.check.SealingReport;
import org.huxin.seal.ofd.OfdReport;
import org.huxin.seal.ofd.OfdSealing;
import org.huxin.seal.structure.Seal;
import org.huxin.seal.structure.SealProperty;
import org.huxin.seal.structure.SealSignature;
import org.huxin.seal.structure.SigningTime;

/**
 * What was found in a file, whatever its format.
 *
 * @param format OFD, PDF, SEAL or SEALING
 * @param outcome what all findings mean together
 * @param findings those of the file as a whole
 * @param parts its seals, in order
 */
record SealInspection(
    String format, Outcome outcome, List<SealFinding> findings, List<Part> parts) {
  /**
   * One seal.
   *
   * @param id its identifier in the document; empty outside one
   * @param seal the seal itself
   * @param sealing how it was put, if it was
   * @param forLedger what the ledger would be asked
   * @param findings what was found
   */
  record Part(
      String id,
      Optional<Seal> seal,
      Optional<SealSignature> sealing,
      Optional<SealFindings> forLedger,
      List<SealFinding> findings) {}

  static SealInspection of(SealReport report) {
    Part part =
        new Part(
            "", Optional.of(report.seal()), Optional.empty(), Optional.empty(), report.findings());
    return new SealInspection("SEAL", report.outcome(), List.of(), List.of(part));
  }

  static SealInspection of(SealingReport report) {
    return new SealInspection(
        "SEALING", report.outcome(), List.of(), List.of(part("", report, report.findings())));
  }

  static SealInspection of(String format, OfdReport report) {
    return new SealInspection(
        format,
        report.outcome(),
        report.findings(),
        report.sealings().stream().map(SealInspection::part).toList());
  }

  private static Part part(OfdSealing sealing) {
    return sealing
        .report()
        .map(report -> part(sealing.id(), report, sealing.findings()))
        .orElseGet(
            () ->
                new Part(
                    sealing.id(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    sealing.findings()));
  }

  private static Part part(String id, SealingReport report, List<SealFinding> findings) {
    return new Part(
        id,
        Optional.of(report.sealing().seal()),
        Optional.of(report.sealing()),
        report.forLedger(),
        findings);
  }

  JsonObject toJson(String file) {
    return JsonObject.builder()
        .put("file", file)
        .put("format", format)
        .put("outcome", outcome.name())
        .put("findings", json(findings))
        .put("seals", array(parts.stream().map(SealInspection::json).toList()))
        .build();
  }

  private static JsonArray array(List<JsonObject> objects) {
    return new JsonArray(objects.stream().map(JsonValue.class::cast).toList());
  }

  private static JsonArray json(List<SealFinding> findings) {
    return array(findings.stream().map(SealInspection::json).toList());
  }

  private static JsonObject json(SealFinding finding) {
    JsonObject.Builder evidence = JsonObject.builder();
    finding.evidence().forEach(evidence::put);
    return JsonObject.builder()
        .put("code", finding.code().name())
        .put("outcome", finding.code().outcome().name())
        .put("evidence", evidence.build())
        .build();
  }

  private static JsonObject json(Part part) {
    JsonObject.Builder object =
        JsonObject.builder().put("id", part.id()).put("findings", json(part.findings()));
    part.seal()
        .ifPresent(
            seal -> {
              SealProperty property = seal.info().property();
              object
                  .put("version", seal.version().name())
                  .put("sealId", seal.info().id())
                  .put("name", property.name())
                  .put("validFrom", property.validFrom().toString())
                  .put("validTo", property.validTo().toString())
                  .put("structure", seal.structure().toString());
            });
    part.sealing().ifPresent(sealing -> object.put("signed", new JsonString(signed(sealing))));
    part.forLedger().ifPresent(asked -> object.put("ledger", SealFindings.CODEC.encode(asked)));
    return object.build();
  }

  /** When it was sealed, as the signer says. */
  static String signed(SealSignature sealing) {
    return sealing.time() instanceof SigningTime.Stated stated
        ? stated.at().toString()
        : "time stamp";
  }
}
