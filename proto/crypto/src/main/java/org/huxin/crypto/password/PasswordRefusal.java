// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.password;

import org.huxin.crypto.refusal.RefusalCode;

/** Why something sealed does not open. */
public enum PasswordRefusal implements RefusalCode {
  /** Another password, another purpose, or changed. */
  PASSWORD_WRONG
}
