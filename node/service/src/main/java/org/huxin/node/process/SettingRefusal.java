// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.process;

import org.huxin.crypto.refusal.RefusalCode;

/** What can be wrong with a node's configuration. */
public enum SettingRefusal implements RefusalCode {
  /** The file is no JSON object, or cannot be read. */
  SETTINGS_UNREADABLE,
  /** At least one member is wrong; the evidence names each with what is wrong. */
  SETTINGS_WRONG
}
