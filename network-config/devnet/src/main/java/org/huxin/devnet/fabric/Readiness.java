// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.time.Duration;
import java.util.Map;
import org.huxin.devnet.process.SupervisedProcess;

/** Waits until programs listen. Stateless. */
final class Readiness {
  /** A program alone needs a second; a dozen at once on a busy machine need more. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Readiness() {}

  /**
   * Waits until a program accepts connections.
   *
   * @throws FabricRefusedException {@link FabricRefusal#PROCESS_NOT_READY} if it ends before, or
   *     does not in time
   */
  static void await(SupervisedProcess process, int port) {
    try {
      if (process.awaitListening(port, PATIENCE)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new FabricRefusedException(
        FabricRefusal.PROCESS_NOT_READY,
        Map.of(
            "process",
            process.name(),
            "state",
            process.running() ? "runs, but does not listen" : "ended",
            "last words",
            process.lastWords()));
  }
}
