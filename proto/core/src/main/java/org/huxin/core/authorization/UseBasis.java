// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

/** On what a use rests. */
public enum UseBasis {
  /** An authorization of the holder. */
  AUTHORIZATION,
  /** 依职能用证: a statutory use scope. */
  STATUTORY_DUTY,
  /** 亮证: the holder presented it. */
  PRESENTATION
}
