// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.node.finding.Finding;
import org.huxin.node.replica.ReplicaRefusal;

/**
 * How a node fares, as of one moment.
 *
 * @param phase what it is doing
 * @param number of the last block of its replica; -1 before the genesis block
 * @param currentAt when its replica was last known to hold every block that there was; empty if
 *     never since the start
 * @param peers what was heard from each peer
 * @param stop what was found wrong, if following stopped
 * @param failure what is wrong with the replica, if something is
 */
public record NodeState(
    NodePhase phase,
    long number,
    Optional<Instant> currentAt,
    List<PeerStanding> peers,
    Optional<Finding> stop,
    Optional<ReplicaRefusal> failure) {

  /** Copies the list. */
  public NodeState {
    peers = List.copyOf(peers);
  }

  /** How old the replica is; empty if it was never known to be up to date. */
  public Optional<Duration> age(Instant now) {
    return currentAt.map(at -> at.isBefore(now) ? Duration.between(at, now) : Duration.ZERO);
  }

  /** Whether somebody must look at it. */
  public boolean isAlarmed() {
    return phase == NodePhase.STOPPED || phase == NodePhase.READ_ONLY || phase == NodePhase.CORRUPT;
  }
}
