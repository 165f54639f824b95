// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The only list of operations. Immutable. */
public final class OperationTable {
  private final Map<String, LedgerOperation> byName;

  private OperationTable(Map<String, LedgerOperation> byName) {
    this.byName = Collections.unmodifiableMap(byName);
  }

  /**
   * A table.
   *
   * @throws IllegalArgumentException if two have one name
   */
  public static OperationTable of(List<LedgerOperation> operations) {
    Map<String, LedgerOperation> byName = new TreeMap<>();
    for (LedgerOperation each : operations) {
      if (byName.putIfAbsent(each.name(), each) != null) {
        throw new IllegalArgumentException("two operations named " + each.name());
      }
    }
    return new OperationTable(byName);
  }

  /** An operation or a query; empty if there is none of that name. */
  public Optional<LedgerOperation> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All, in the order of their names. */
  public List<LedgerOperation> all() {
    return List.copyOf(byName.values());
  }
}
