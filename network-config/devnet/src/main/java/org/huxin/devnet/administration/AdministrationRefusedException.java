// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.administration;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** What an administrator asked for was not done. */
public final class AdministrationRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  AdministrationRefusedException(AdministrationRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public AdministrationRefusal code() {
    return (AdministrationRefusal) super.code();
  }
}
