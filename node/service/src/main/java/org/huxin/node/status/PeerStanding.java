// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.status;

import java.time.Instant;
import java.util.Optional;

/**
 * What was last heard from a peer.
 *
 * @param source the peer's endpoint
 * @param number of its newest block, as it says; empty if it never answered
 * @param answeredAt when it last answered; empty if never
 * @param reachable whether it answered the last time it was asked
 */
public record PeerStanding(
    String source, Optional<Long> number, Optional<Instant> answeredAt, boolean reachable) {

  /** How many blocks it is behind a replica; negative if it is ahead, 0 if it never answered. */
  public long lag(long replicaNumber) {
    return number.map(own -> replicaNumber - own).orElse(0L);
  }
}
