// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.Outcome;
import org.huxin.contract.TransactionContext;
import org.huxin.contract.governance.FoundOperation;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.MemoryLedger;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.sample.SampleGenesis;
import org.huxin.contract.table.GeneratedPage;
import org.huxin.contract.table.HuxinContract;
import org.huxin.core.entity.EntityKind;
import org.huxin.core.entity.EntityTable;
import org.huxin.core.governance.GenesisConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Who reads and writes which keys: what all tests of the operations together do, on a page of the
 * specification (proto/spec/ledger-state.md).
 */
final class KeyTrafficTest {
  private final Map<String, Set<String>> readers = new TreeMap<>();
  private final Map<String, Set<String>> writers = new TreeMap<>();
  private final Set<String> seen = new TreeSet<>();

  @AfterEach
  void observeNoMore() {
    ContractBench.observe((name, outcome) -> {});
    ContractBench.observeReads((name, kinds) -> {});
  }

  @Test
  void thePageNamesTheReadersAndWritersOfEveryKey() throws Exception {
    ContractBench.observe(this::wrote);
    ContractBench.observeReads(this::read);
    EveryStory.tell(story -> {});
    found();

    Set<String> all = names(false);
    Set<String> unread = new TreeSet<>();
    assertEquals(all, names(true), "not every operation is in a story");
    StringBuilder rows = new StringBuilder();
    rows.append("| Entity | Written by | Only read by |\n|---|---|---|\n");
    for (EntityKind<?> kind : EntityTable.all()) {
      Set<String> write = writers.getOrDefault(kind.type().name(), Set.of());
      Set<String> read = new TreeSet<>(readers.getOrDefault(kind.type().name(), Set.of()));
      read.retainAll(all);
      unread.addAll(write);
      unread.removeAll(read);
      read.removeAll(write);
      boolean everybody = read.size() + write.size() == all.size();
      rows.append("| ").append(kind.singular()).append(" | ").append(cell(write));
      rows.append(" | ").append(everybody ? "all others" : cell(read)).append(" |\n");
    }
    assertEquals(Set.of(FoundOperation.NAME), unread, "who writes what it has not read");
    GeneratedPage.of("ledger-state.md").compare("traffic", rows.toString());
  }

  /** All operations that write by name, or those that the stories have. */
  private Set<String> names(boolean told) {
    Set<String> names = new TreeSet<>();
    HuxinContract.create().table().all().stream()
        .filter(operation -> !operation.isQuery())
        .map(LedgerOperation::name)
        .filter(name -> !told || seen.contains(name))
        .forEach(names::add);
    return names;
  }

  private void read(String name, Set<String> kinds) {
    kinds.forEach(kind -> readers.computeIfAbsent(kind, each -> new TreeSet<>()).add(name));
  }

  private void wrote(String name, Outcome outcome) {
    seen.add(name);
    if (outcome instanceof Outcome.Accepted accepted) {
      for (Outcome.Write write : accepted.writes()) {
        writers.computeIfAbsent(MemoryLedger.kind(write.key()), each -> new TreeSet<>()).add(name);
      }
    }
  }

  /** A configuration is founded on a ledger of its own, not on the bench. */
  private void found() {
    GenesisConfiguration configuration =
        SampleGenesis.of(Arrays.stream(SampleCity.values()).map(SampleGenesis::founding).toList());
    MemoryLedger ledger = new MemoryLedger();
    Outcome outcome =
        HuxinContract.create()
            .execute(
                FoundOperation.NAME,
                List.of(
                    new String(
                        GenesisConfiguration.CODEC.toBytes(configuration).toByteArray(),
                        StandardCharsets.UTF_8)),
                ledger,
                new TransactionContext(
                    ContractBench.FOUNDED, SampleCity.ORDOS.msp(), configuration.ledgerId()));
    wrote(FoundOperation.NAME, outcome);
    read(FoundOperation.NAME, ledger.takeKinds());
  }

  private static String cell(Set<String> operations) {
    return operations.isEmpty() ? "–" : String.join(", ", operations);
  }
}
