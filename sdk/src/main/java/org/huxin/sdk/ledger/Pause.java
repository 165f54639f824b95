// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.ledger;

import java.time.Duration;

/** How a caller waits before it tries again. */
@FunctionalInterface
public interface Pause {
  /** Puts the calling thread to sleep. */
  Pause SLEEP = length -> Thread.sleep(length.toMillis());

  /**
   * Returns once the time is over.
   *
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void pause(Duration length) throws InterruptedException;
}
