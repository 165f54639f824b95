// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.util.List;

/**
 * What a step came to.
 *
 * @param name the chapter's name, a dot, and the step's own
 * @param expected what it should come to: one code, or several between commas
 * @param outcome what the ledger, a verdict or a check said
 * @param block the ledger's last block once the step was done
 * @param millis how long it took
 * @param details what its sentence mentions; unmodifiable
 */
public record StepResult(
    String name, String expected, String outcome, long block, long millis, List<String> details) {
  /** A copy of the given list. */
  public StepResult {
    details = List.copyOf(details);
  }

  /** Whether it came to what it should. */
  public boolean ok() {
    return outcome.equals(expected);
  }

  /** The chapter that it belongs to. */
  public String chapter() {
    return name.substring(0, name.indexOf('.'));
  }
}
