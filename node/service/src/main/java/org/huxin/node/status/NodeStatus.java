// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.status;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.node.finding.Finding;
import org.huxin.node.replica.ReplicaRefusal;

/** Collects how a node fares. Thread-safe. */
public final class NodeStatus {
  private final Map<String, PeerStanding> peers = new LinkedHashMap<>();
  private NodePhase phase = NodePhase.FOLLOWING;
  private long number = -1;
  private Optional<Instant> currentAt = Optional.empty();
  private Optional<Finding> stop = Optional.empty();
  private Optional<ReplicaRefusal> failure = Optional.empty();

  /** The state as of now. */
  public synchronized NodeState state() {
    return new NodeState(phase, number, currentAt, List.copyOf(peers.values()), stop, failure);
  }

  /** The replica holds blocks up to a number. */
  public synchronized void committed(long last) {
    number = last;
    notifyAll();
  }

  /** The replica holds every block that there was at a time. */
  public synchronized void current(Instant at) {
    if (currentAt.isEmpty() || currentAt.get().isBefore(at)) {
      currentAt = Optional.of(at);
      notifyAll();
    }
  }

  /** Something was heard, or not, from a peer. */
  public synchronized void heard(PeerStanding standing) {
    peers.put(standing.source(), standing);
    notifyAll();
  }

  /** Following stopped, or goes on where the finding is empty. */
  public synchronized void stopped(Optional<Finding> finding) {
    stop = finding;
    if (phase == NodePhase.FOLLOWING || phase == NodePhase.STOPPED) {
      phase = finding.isPresent() ? NodePhase.STOPPED : NodePhase.FOLLOWING;
    }
    notifyAll();
  }

  /** The replica failed. */
  public synchronized void failed(ReplicaRefusal code) {
    failure = Optional.of(code);
    phase = code == ReplicaRefusal.REPLICA_CORRUPT ? NodePhase.CORRUPT : NodePhase.READ_ONLY;
    notifyAll();
  }

  /** The node ends. */
  public synchronized void closed() {
    phase = NodePhase.CLOSED;
    notifyAll();
  }

  /** What somebody waits for. */
  @FunctionalInterface
  public interface Condition {
    /** Whether it holds. */
    boolean holds(NodeState state);
  }

  /**
   * Waits until a condition holds or the node is closed.
   *
   * @return the state then
   * @throws InterruptedException if the thread is interrupted
   */
  public synchronized NodeState await(Condition condition) throws InterruptedException {
    while (phase != NodePhase.CLOSED && !condition.holds(state())) {
      wait();
    }
    return state();
  }
}
