// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import java.util.random.RandomGenerator;
import org.huxin.sdk.ledger.Backoff;
import org.huxin.sdk.ledger.Pause;

/** How the client waits between tries. */
record Waiting(Backoff backoff, RandomGenerator random, Pause pause) {
  void after(int failures) throws InterruptedException {
    pause.pause(backoff.after(failures, random));
  }
}
