// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import java.time.Duration;
import org.huxin.embedded.endorsement.PeerFault;
import org.huxin.embedded.ordering.Consenter;
import org.huxin.embedded.ordering.OrderingService;

/** Makes parts of a network misbehave, and behave again. Thread-safe. */
public final class NetworkFaults {
  private final EmbeddedNetwork network;
  private final OrderingService ordering;

  NetworkFaults(EmbeddedNetwork network, OrderingService ordering) {
    this.network = network;
    this.ordering = ordering;
  }

  /** Nobody reaches the organisation's peer for endorsements. */
  public void peerDown(String mspId) {
    set(mspId, PeerFault.DOWN);
  }

  /** The organisation is gone from the network: its peer, its orderer and its gateway. */
  public void organisationDown(String mspId) {
    peerDown(mspId);
    ordererDown(mspId);
    network.organisation(mspId).server().close();
  }

  /** The organisation is back, at the same endpoint. */
  public void organisationWell(String mspId) {
    network.organisation(mspId).server().reopen();
    ordererWell(mspId);
    peerWell(mspId);
  }

  /** The organisation's peer takes so long before it executes a proposal. */
  public void slowPeer(String mspId, Duration delay) {
    set(mspId, PeerFault.slow(delay));
  }

  /** The organisation's peer signs other bytes than it answers. */
  public void forgingPeer(String mspId) {
    set(mspId, PeerFault.FORGING);
  }

  /** The organisation's peer behaves again. */
  public void peerWell(String mspId) {
    set(mspId, PeerFault.NONE);
  }

  /**
   * The organisation's orderer stops. Without a quorum Submit answers UNAVAILABLE, and what it was
   * given still commits once a quorum is back.
   */
  public void ordererDown(String mspId) {
    ordering.setUp(consenter(mspId), false);
  }

  /** The organisation's orderer runs again. */
  public void ordererWell(String mspId) {
    ordering.setUp(consenter(mspId), true);
  }

  /**
   * From now on the organisation's peer delivers another block of that number, signed by a quorum
   * of orderers: a fork, which no honest network has.
   *
   * @throws IndexOutOfBoundsException if there is no such block
   */
  public void forkBlock(String mspId, long number) {
    network.organisation(mspId).serveFork(ordering.fork(number));
  }

  private void set(String mspId, PeerFault fault) {
    network.organisation(mspId).peer().setFault(fault);
  }

  private Consenter consenter(String mspId) {
    return ordering.consenters().stream()
        .filter(consenter -> consenter.mspId().equals(mspId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no orderer of " + mspId));
  }
}
