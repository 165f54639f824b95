// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.stock;

import java.util.Map;
import java.util.TreeMap;

/** A row breaks a rule; it never leaves the package. */
final class StockRowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final StockRule rule;
  private final String column;

  StockRowException(StockRule rule, String column) {
    super(rule.name(), null, false, false);
    this.rule = rule;
    this.column = column;
  }

  /** What the report says: never the value. */
  Map<String, String> evidence() {
    return new TreeMap<>(Map.of("rule", rule.name(), "column", column));
  }
}
