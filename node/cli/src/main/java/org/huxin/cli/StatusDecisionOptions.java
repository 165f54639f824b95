// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.sdk.ledger.LedgerClient;
import picocli.CommandLine.Option;

/**
 * One decision about licences, which proof files name or their issuer, type, division and anchor
 * keys. The version of a status that a licence has already is asked for.
 */
final class StatusDecisionOptions implements Preparation {
  @Option(
      names = "--action",
      paramLabel = "WORD",
      description =
          "SUSPEND 暂扣, RESUME 发还, WITHDRAW 撤销, REVOKE 吊销, CANCEL 注销, TRANSFER_OUT 转出,"
              + " CANCEL_TRANSFER_OUT, CLOSE or ANNUL")
  private Optional<String> action = Optional.empty();

  @Option(names = "--reason", paramLabel = "CODE", description = "why. 原因代码。")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--basis",
      paramLabel = "DIGEST",
      description = "digest of the decision, or sm3:@FILE. 决定文书摘要。")
  private Optional<String> basis = Optional.empty();

  @Option(
      names = "--effective-from",
      paramLabel = "TIME",
      description = "its legal date; by default now. 生效时间。")
  private Optional<String> effectiveFrom = Optional.empty();

  @Option(names = "--destination", paramLabel = "DIVISION", description = "of a transfer. 转入地。")
  private Optional<String> destination = Optional.empty();

  @Option(
      names = "--under",
      paramLabel = "AGREEMENT",
      description = "the agreement under which a transfer is closed. 互认协议。")
  private Optional<String> agreement = Optional.empty();

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = "a proof file of a licence; once or several times. 证明文件。")
  private List<Path> proofs = new ArrayList<>();

  @Option(
      names = "--licence",
      paramLabel = "ANCHOR-KEY",
      description = "a licence by its anchor key; once or several times. 证照锚点。")
  private List<String> anchorKeys = new ArrayList<>();

  @Override
  public JsonObject prepare(JsonObject given, Surroundings surroundings) {
    if (proofs.isEmpty() && anchorKeys.isEmpty()) {
      return given;
    }
    JsonObject.Builder made = JsonObject.builder();
    List<String> keys = new ArrayList<>(anchorKeys);
    for (Path proof : proofs) {
      LicenceRecord record = VerifyCommand.proof(proof).record();
      made.put("issuer", record.issuer().text());
      made.put("type", record.type().text());
      made.put("division", record.division().text());
      keys.add(record.anchorKey().toString());
    }
    given.members().forEach(made::put);
    List<String> place = place(made.build());
    List<JsonValue> licences = new ArrayList<>();
    for (String key : keys) {
      AnchorKey checked = AnchorKey.parse(key);
      JsonObject.Builder licence = JsonObject.builder().put("anchorKey", checked.toString());
      version(surroundings.ledger(), place, checked)
          .ifPresent(version -> licence.put("replaces", version));
      licences.add(licence.build());
    }
    JsonObject.Builder decision = JsonObject.builder().put("licences", new JsonArray(licences));
    action.ifPresent(value -> decision.put("action", value));
    reason.ifPresent(value -> decision.put("reason", value));
    basis.ifPresent(value -> decision.put("basis", value));
    effectiveFrom.ifPresent(value -> decision.put("effectiveFrom", value));
    destination.ifPresent(value -> decision.put("destination", value));
    agreement.ifPresent(value -> decision.put("agreement", value));
    return made.put("decisions", new JsonArray(List.of(decision.build()))).build();
  }

  private static List<String> place(JsonObject made) {
    List<String> place = new ArrayList<>();
    for (String member : List.of("issuer", "type", "division")) {
      place.add(
          made.get(member)
              .filter(JsonString.class::isInstance)
              .map(text -> ((JsonString) text).value())
              .orElseThrow(() -> SigningOptions.usage("missing: --" + member)));
    }
    return place;
  }

  private static Optional<JsonValue> version(
      LedgerClient ledger, List<String> place, AnchorKey key) {
    List<String> arguments = new ArrayList<>(place);
    arguments.add(key.toString());
    try {
      JsonObject entry =
          (JsonObject)
              CanonicalJson.decode(ledger.evaluate("GetLicenceStatus", arguments), JsonLimits.FILE);
      return entry.get("version");
    } catch (LedgerRefusedException e) {
      if (e.code() != LedgerRefusal.NOT_FOUND) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
