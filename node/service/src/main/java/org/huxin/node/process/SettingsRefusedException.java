// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/**
 * A node's configuration is refused. The evidence names every member that is wrong at once, never
 * what it holds.
 */
public final class SettingsRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public SettingsRefusedException(SettingRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public SettingRefusal code() {
    return (SettingRefusal) super.code();
  }
}
