// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The calls that have come in and are not yet answered. Safe for all threads. */
final class CallsUnderWay {
  private final Set<Call> calls = new HashSet<>();

  /**
   * A call.
   *
   * @param connection that of the peer that asks
   * @param channel the channel within which transactions have their names
   * @param transaction its name
   */
  record Call(Object connection, String channel, String transaction) {}

  /** A call has come in. */
  synchronized void begin(Call call) {
    calls.add(call);
  }

  /** A call is answered. */
  synchronized void end(Call call) {
    calls.remove(call);
    notifyAll();
  }

  /** A connection is gone, and with it whoever waited for its answers. */
  synchronized void endAll(Object connection) {
    calls.removeIf(call -> call.connection().equals(connection));
    notifyAll();
  }

  /** Waits until there is none, or so long. */
  synchronized void awaitNone(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!calls.isEmpty()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }
}
