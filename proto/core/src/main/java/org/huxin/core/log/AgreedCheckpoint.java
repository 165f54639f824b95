// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.time.Instant;
import java.util.List;

/**
 * A checkpoint on which enough trusted cities agree.
 *
 * @param checkpoint what it says
 * @param time as of when: the time of the k-th latest cosignature, where k cities are needed
 * @param cosignatures of each city that counts once, the latest first; unmodifiable
 */
public record AgreedCheckpoint(
    LogCheckpoint checkpoint, Instant time, List<Cosignature> cosignatures) {
  /** A copy of the given list. */
  public AgreedCheckpoint {
    cosignatures = List.copyOf(cosignatures);
  }
}
