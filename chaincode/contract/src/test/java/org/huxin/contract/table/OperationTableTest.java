// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huxin.contract.LedgerOperation;
import org.huxin.contract.governance.FoundOperation;
import org.huxin.contract.sample.ContractBench;
import org.huxin.contract.sample.SampleCity;
import org.huxin.contract.statement.OperationNames;
import org.huxin.core.lifecycle.LifeCycleRefusal;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.signed.StatementRefusal;
import org.huxin.core.statement.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every operation of the table. */
final class OperationTableTest {
  /** What the service refuses before it asks an operation. */
  private static final Set<LedgerRefusal> OF_SERVICE =
      EnumSet.of(LedgerRefusal.OPERATION_UNKNOWN, LedgerRefusal.COMMIT_TIME_NOT_PLAUSIBLE);

  private static final List<LedgerOperation> ALL = HuxinContract.create().table().all();

  static List<LedgerOperation> all() {
    return ALL;
  }

  @Test
  void everyStatementHasItsOperationAndNothingElseWrites() {
    Set<String> statements =
        Arrays.stream(Operation.values())
            .map(OperationNames::of)
            .collect(Collectors.toCollection(TreeSet::new));
    statements.add(FoundOperation.NAME);
    Set<String> writing =
        ALL.stream()
            .filter(each -> !each.isQuery())
            .map(LedgerOperation::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(statements, writing);
  }

  @Test
  void everyRefusalIsSomebodys() {
    Set<LedgerRefusal> listed = EnumSet.copyOf(OF_SERVICE);
    ALL.forEach(each -> listed.addAll(each.refusals()));
    assertEquals(EnumSet.allOf(LedgerRefusal.class), listed);
  }

  @Test
  void noOperationListsWhatOnlyTheServiceRefuses() {
    for (LedgerOperation each : ALL) {
      for (LedgerRefusal code : OF_SERVICE) {
        assertFalse(each.refusals().contains(code), each.name() + " " + code);
      }
    }
  }

  @Test
  void aLifeCyclesOrStatementsRefusalHasTheSameNameOnTheLedger() {
    Set<String> names =
        Arrays.stream(LedgerRefusal.values()).map(Enum::name).collect(Collectors.toSet());
    for (LifeCycleRefusal code : LifeCycleRefusal.values()) {
      assertTrue(names.contains(code.name()), code.name());
    }
    for (StatementRefusal code : StatementRefusal.values()) {
      assertTrue(names.contains(code.name()), code.name());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void tooManyArgumentsAreRefusedInNoOtherWay(LedgerOperation operation) {
    ContractBench bench = ContractBench.founded();
    List<String> many = java.util.Collections.nCopies(2_000, "150602190001010015");
    LedgerRefusedException refused =
        assertThrows(
            LedgerRefusedException.class,
            () -> bench.call(SampleCity.ORDOS.msp(), operation.name(), many));
    assertTrue(operation.refusals().contains(refused.code()), operation.name() + refused);
    assertFalse(refused.message().contains("150602190001010015"), refused.message());
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNoArgumentIsRefusedWithoutBeingRepeated(LedgerOperation operation) {
    ContractBench bench = ContractBench.founded();
    for (String argument : List.of("", "150602190001010015", "a.b.c", "{}", "[]", "\u0000")) {
      List<String> arguments = List.of(argument);
      try {
        bench.call(SampleCity.ORDOS.msp(), operation.name(), arguments);
        assertTrue(operation.isQuery(), operation.name());
      } catch (LedgerRefusedException e) {
        assertTrue(operation.refusals().contains(e.code()), operation.name() + " " + e.message());
        assertFalse(e.message().contains("150602190001010015"), e.message());
      }
    }
  }
}
