// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import java.util.Map;
import java.util.Optional;
import org.huxin.core.lifecycle.LifeCycleRefusedException;

/** Where a seal stands, and what may become of it (proto/spec/life-cycles.md, Seal). */
public enum SealStatus {
  /** It may seal. */
  ACTIVE,
  /** 停用. */
  DISABLED,
  /** 注销. */
  CANCELLED,
  /** 更换. */
  REPLACED;

  private static final Map<SealStatus, Map<SealAction, SealStatus>> TABLE =
      Map.of(
          ACTIVE,
          Map.of(
              SealAction.DISABLE, DISABLED,
              SealAction.CANCEL, CANCELLED,
              SealAction.REPLACE, REPLACED),
          DISABLED,
          Map.of(
              SealAction.RESTORE, ACTIVE,
              SealAction.CANCEL, CANCELLED,
              SealAction.REPLACE, REPLACED),
          CANCELLED,
          Map.of(),
          REPLACED,
          Map.of());

  /**
   * Where it stands after an action.
   *
   * @throws LifeCycleRefusedException if nothing of that kind can happen to it
   */
  public SealStatus after(SealAction action) {
    return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(action))
        .orElseThrow(() -> LifeCycleRefusedException.notAllowed(this, action.name()));
  }
}
