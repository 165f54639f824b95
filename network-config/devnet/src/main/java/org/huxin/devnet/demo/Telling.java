// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.demo;

import java.util.List;

/**
 * A story that was told.
 *
 * @param steps in the order in which they were taken; unmodifiable
 */
public record Telling(List<StepResult> steps) {
  /** A copy of the given list. */
  public Telling {
    steps = List.copyOf(steps);
  }

  /** Whether there was a step, and every step came to what it should. */
  public boolean ok() {
    return !steps.isEmpty() && steps.stream().allMatch(StepResult::ok);
  }
}
