// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.lifecycle;

import java.time.Instant;
import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A change of state is refused. */
public final class LifeCycleRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public LifeCycleRefusedException(LifeCycleRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  /** A refusal that its code says all about. */
  public static LifeCycleRefusedException of(LifeCycleRefusal code) {
    return new LifeCycleRefusedException(code, Map.of());
  }

  /** A refusal with a time as evidence, in seconds. */
  public static LifeCycleRefusedException of(LifeCycleRefusal code, String name, Instant time) {
    return new LifeCycleRefusedException(code, Map.of(name, Long.toString(time.getEpochSecond())));
  }

  /** No such change from this state. */
  public static LifeCycleRefusedException notAllowed(Enum<?> from, String action) {
    return new LifeCycleRefusedException(
        LifeCycleRefusal.TRANSITION_NOT_ALLOWED, Map.of("from", from.name(), "action", action));
  }

  @Override
  public LifeCycleRefusal code() {
    return (LifeCycleRefusal) super.code();
  }
}
