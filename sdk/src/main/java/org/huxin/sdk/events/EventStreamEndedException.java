// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.events;

/** A stream of events ended. Another can be opened from the last position. */
public final class EventStreamEndedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what the client library said. */
  public EventStreamEndedException(String message, Throwable cause) {
    super(message, cause);
  }
}
