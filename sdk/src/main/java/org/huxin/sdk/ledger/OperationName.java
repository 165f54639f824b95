// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.ledger;

import org.huxin.core.statement.Operation;

/** How the contract calls operations: their label in upper camel case. */
public final class OperationName {
  private OperationName() {}

  /** The name of an operation, such as {@code AnchorBatch}. */
  public static String of(Operation operation) {
    StringBuilder name = new StringBuilder();
    for (String word : operation.label().split("-", -1)) {
      name.append((char) (word.charAt(0) - 'a' + 'A')).append(word, 1, word.length());
    }
    return name.toString();
  }
}
