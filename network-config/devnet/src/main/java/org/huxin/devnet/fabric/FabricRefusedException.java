// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.fabric;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** There is no Fabric network. */
public final class FabricRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  FabricRefusedException(FabricRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public FabricRefusal code() {
    return (FabricRefusal) super.code();
  }
}
