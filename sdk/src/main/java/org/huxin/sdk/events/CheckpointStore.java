// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

import java.util.Optional;

/**
 * Keeps the place of the last event that was handled. An application that keeps it in its own
 * database, in the transaction of what it did with the event, handles each event exactly once even
 * if it dies in between.
 */
public interface CheckpointStore {
  /** The last place that was saved; empty if none was. */
  Optional<EventPosition> load();

  /** Saves a place in the place of the last one. It is durable once this returns. */
  void save(EventPosition position);
}
