// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

/** Whoever delivers events: a different peer each time, if the last one failed. Thread-safe. */
public interface EventSource {
  /**
   * Opens a stream.
   *
   * @param block the block of the first event, from 0; it need not be there yet
   */
  EventStream open(long block);
}
