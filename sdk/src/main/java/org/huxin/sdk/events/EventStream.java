// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

/** Events of one peer, in the order of the ledger. For one thread, but for {@link #close}. */
public interface EventStream extends AutoCloseable {
  /**
   * Waits for the next event.
   *
   * @throws EventStreamEndedException if the peer is gone, or the stream's time is over
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if this identity is given no events at
   *     all
   */
  LedgerEvent next();

  /** Ends the stream; a waiting {@link #next} throws. */
  @Override
  void close();
}
