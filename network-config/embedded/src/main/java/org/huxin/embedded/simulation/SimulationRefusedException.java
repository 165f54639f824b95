// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A peer refused what chaincode asked of it. Chaincode sees it as the cause of its exception. */
public final class SimulationRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  SimulationRefusedException(SimulationRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public SimulationRefusal code() {
    return (SimulationRefusal) super.code();
  }
}
