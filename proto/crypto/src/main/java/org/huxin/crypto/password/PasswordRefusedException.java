// SPDX-License-Identifier: Apache-2.0
package org.huxin.crypto.password;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** Something sealed does not open. */
public final class PasswordRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  PasswordRefusedException() {
    super(PasswordRefusal.PASSWORD_WRONG, Map.of());
  }

  @Override
  public PasswordRefusal code() {
    return (PasswordRefusal) super.code();
  }
}
