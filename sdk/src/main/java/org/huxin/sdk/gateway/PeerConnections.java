// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.huxin.sdk.profile.Profile;

/** All peers of a profile, and which of them answered last. Thread-safe. */
final class PeerConnections implements AutoCloseable {
  private final List<PeerConnection> peers;
  private final AtomicInteger preferred = new AtomicInteger();
  private volatile boolean closed;

  PeerConnections(Profile profile, IdentitySigner signer) {
    this.peers =
        profile.peers().stream().map(peer -> new PeerConnection(profile, peer, signer)).toList();
  }

  int size() {
    return peers.size();
  }

  /** The peer that answered last, ready to be called. */
  PeerConnection current() {
    PeerConnection peer = peers.get(preferred.get());
    peer.wake();
    return peer;
  }

  boolean isClosed() {
    return closed;
  }

  /** Others are asked first from now on, unless somebody found that out already. */
  void passOver(PeerConnection failed) {
    int index = peers.indexOf(failed);
    preferred.compareAndSet(index, (index + 1) % peers.size());
  }

  @Override
  public void close() {
    closed = true;
    peers.forEach(PeerConnection::close);
  }
}
