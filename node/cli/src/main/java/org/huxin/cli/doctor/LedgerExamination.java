// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.governance.Genesis;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.CanonicalJson;
import org.huxin.core.json.JsonArray;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.json.JsonString;
import org.huxin.core.json.JsonValue;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.sdk.gateway.GatewayLedger;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerUnavailableException;
import org.huxin.sdk.profile.Profile;

/** What one peer of a profile answers: the channel, the contract, its ledger, its clock. */
public final class LedgerExamination {
  private final Profile profile;
  private final String place;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Of a peer.
   *
   * @param profile with that peer alone
   */
  public LedgerExamination(Profile profile) {
    this.profile = profile;
    this.place = profile.peers().get(0).endpoint().text();
  }

  /** Asks the peer, as far as it answers. */
  public List<Finding> examine() {
    try (LedgerClient ledger = GatewayLedger.of(profile)) {
      if (ledger(ledger)) {
        clock(ledger);
        contract(ledger);
      }
    } catch (LedgerUnavailableException e) {
      findings.add(unavailable(e));
    }
    return List.copyOf(findings);
  }

  private void found(Symptom symptom, String... details) {
    findings.add(Finding.of(symptom, place, details));
  }

  private boolean ledger(LedgerClient ledger) {
    try {
      JsonObject entry = object(ledger.evaluate("GetGenesis", List.of()));
      LedgerId id =
          Genesis.ENTITY
              .codec()
              .decode(entry.get("value").orElseThrow())
              .configuration()
              .ledgerId();
      if (id.equals(profile.ledger())) {
        found(Symptom.LEDGER_SAME, id.toString());
        return true;
      }
      found(Symptom.LEDGER_OTHER, id.toString(), profile.ledger().toString());
    } catch (LedgerRefusedException e) {
      found(
          e.code() == LedgerRefusal.NOT_FOUND || e.code() == LedgerRefusal.LEDGER_NOT_FOUNDED
              ? Symptom.LEDGER_NOT_FOUNDED
              : Symptom.CHAINCODE_FAILED,
          e.code().name());
    } catch (JsonRefusedException | ClassCastException e) {
      found(Symptom.CHAINCODE_FAILED, "GetGenesis");
    }
    return false;
  }

  private static JsonObject object(Bytes json) {
    return (JsonObject) CanonicalJson.decode(json, JsonLimits.FILE);
  }

  /** The contract looks at the clock before it looks at a statement: this one is none. */
  private void clock(LedgerClient ledger) {
    try {
      Bytes unused = ledger.evaluate("WithdrawDemand", List.of("no statement"));
      found(Symptom.CHAINCODE_FAILED, "WithdrawDemand");
    } catch (LedgerRefusedException e) {
      if (e.code() == LedgerRefusal.COMMIT_TIME_NOT_PLAUSIBLE) {
        found(Symptom.CLOCK_DIFFERS, e.evidence().getOrDefault("limit", "?"));
      } else {
        found(Symptom.CLOCK_GOOD);
      }
    }
  }

  private void contract(LedgerClient ledger) {
    Set<String> there;
    try {
      there = names(object(ledger.evaluate("org.hyperledger.fabric:GetMetadata", List.of())));
    } catch (JsonRefusedException | ClassCastException | LedgerRefusedException e) {
      found(Symptom.CHAINCODE_FAILED, "GetMetadata");
      return;
    }
    Set<String> here = new TreeSet<>();
    for (LedgerOperation operation : HuxinContract.create().table().all()) {
      here.add(operation.name());
    }
    compare(here, there).ifPresent(findings::add);
  }

  private Optional<Finding> compare(Set<String> here, Set<String> there) {
    Set<String> missing = new TreeSet<>(here);
    missing.removeAll(there);
    if (!missing.isEmpty()) {
      return Optional.of(Finding.of(Symptom.CONTRACT_OLDER, place, String.join(", ", missing)));
    }
    Set<String> more = new TreeSet<>(there);
    more.removeAll(here);
    return Optional.of(
        more.isEmpty()
            ? Finding.of(Symptom.CONTRACT_SAME, place)
            : Finding.of(Symptom.CONTRACT_NEWER, place, String.join(", ", more)));
  }

  private static Set<String> names(JsonObject metadata) {
    Set<String> names = new TreeSet<>();
    JsonObject contracts = (JsonObject) metadata.get("contracts").orElseThrow();
    for (JsonValue contract : contracts.members().values()) {
      JsonArray all = (JsonArray) ((JsonObject) contract).get("transactions").orElseThrow();
      for (JsonValue each : all.items()) {
        names.add(((JsonString) ((JsonObject) each).get("name").orElseThrow()).value());
      }
    }
    return names;
  }

  /** Fabric says in words what it refuses. */
  private Finding unavailable(LedgerUnavailableException e) {
    Throwable cause = e.getCause();
    String words = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    if (words.contains("access denied")) {
      return Finding.of(Symptom.IDENTITY_NOT_ACCEPTED, place, profile.identity().mspId().text());
    }
    if (words.contains("no peers available")) {
      return Finding.of(Symptom.CHAINCODE_MISSING, place, profile.chaincode(), profile.channel());
    }
    if (words.contains("config for channel")) {
      return Finding.of(Symptom.CHANNEL_UNKNOWN, place, profile.channel());
    }
    return words.contains("UNAVAILABLE") || words.contains("DEADLINE_EXCEEDED")
        ? Finding.of(Symptom.PEER_NO_ANSWER, place, words)
        : Finding.of(Symptom.CHAINCODE_FAILED, place, words);
  }
}
