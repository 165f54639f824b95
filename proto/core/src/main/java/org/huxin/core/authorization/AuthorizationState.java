// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import java.time.Instant;
import java.util.Map;
import org.huxin.core.lifecycle.LifeCycleRefusal;
import org.huxin.core.lifecycle.LifeCycleRefusedException;

/**
 * Where an authorization stands (proto/spec/life-cycles.md, Authorization). Expiry is derived.
 *
 * @param maxUses how often it may be used, at least 1
 * @param used how often it was used, from 0 to {@code maxUses}
 * @param notBefore from when on
 * @param notAfter until when, exclusive
 * @param revoked whether the grantor withdrew it
 */
public record AuthorizationState(
    int maxUses, int used, Instant notBefore, Instant notAfter, boolean revoked) {

  /**
   * A state.
   *
   * @throws IllegalArgumentException if the numbers are out of range, or the window ends before it
   *     begins
   */
  public AuthorizationState {
    if (maxUses < 1 || used < 0 || used > maxUses || !notAfter.isAfter(notBefore)) {
      throw new IllegalArgumentException("uses within their number, a window in order");
    }
  }

  /** An authorization that nobody has used. */
  public static AuthorizationState granted(int maxUses, Instant notBefore, Instant notAfter) {
    return new AuthorizationState(maxUses, 0, notBefore, notAfter, false);
  }

  /**
   * Uses it once.
   *
   * @throws LifeCycleRefusedException if it was revoked, is not in force then, or is used up
   */
  public AuthorizationState use(Instant at) {
    if (revoked) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.REVOKED);
    }
    if (at.isBefore(notBefore)) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.NOT_YET_IN_FORCE, "from", notBefore);
    }
    if (!at.isBefore(notAfter)) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.NO_LONGER_IN_FORCE, "until", notAfter);
    }
    if (used == maxUses) {
      throw new LifeCycleRefusedException(
          LifeCycleRefusal.EXHAUSTED, Map.of("maxUses", Integer.toString(maxUses)));
    }
    return new AuthorizationState(maxUses, used + 1, notBefore, notAfter, false);
  }

  /**
   * Refuses to pass it on to somebody else once nothing is left of it.
   *
   * @throws LifeCycleRefusedException if it was revoked, its window is past, or it is used up
   */
  public void requireLeft(Instant at) {
    AuthorizationState unused = use(at.isBefore(notBefore) ? notBefore : at);
  }

  /**
   * The grantor withdraws it: at any time, once.
   *
   * @throws LifeCycleRefusedException if it was revoked before
   */
  public AuthorizationState revoke() {
    if (revoked) {
      throw LifeCycleRefusedException.of(LifeCycleRefusal.REVOKED);
    }
    return new AuthorizationState(maxUses, used, notBefore, notAfter, true);
  }
}
