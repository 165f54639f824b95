// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.endorsement;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * What is wrong with a peer.
 *
 * @param down whether nobody reaches it
 * @param delay how long it takes before it executes a proposal
 * @param forged whether its endorsements sign something else
 */
public record PeerFault(boolean down, Duration delay, boolean forged) {
  /** Nothing is wrong. */
  public static final PeerFault NONE = new PeerFault(false, Duration.ZERO, false);

  /** Nobody reaches the peer. */
  public static final PeerFault DOWN = new PeerFault(true, Duration.ZERO, false);

  /** The peer signs other bytes than it answers. */
  public static final PeerFault FORGING = new PeerFault(false, Duration.ZERO, true);

  /** The peer is slow. */
  public static PeerFault slow(Duration delay) {
    return new PeerFault(false, delay, false);
  }

  void pause() {
    long end = System.nanoTime() + delay.toNanos();
    for (long left = delay.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  ByteString forge(ByteString payload) {
    return forged ? payload.concat(ByteString.copyFromUtf8("forged")) : payload;
  }
}
