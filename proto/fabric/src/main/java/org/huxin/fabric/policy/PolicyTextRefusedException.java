// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.policy;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A text is no policy, or a policy has no text; the evidence says at which character. */
public final class PolicyTextRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  PolicyTextRefusedException(PolicyTextRefusal code, String name, int value) {
    super(code, Map.of(name, Integer.toString(value)));
  }

  PolicyTextRefusedException(PolicyTextRefusal code) {
    super(code, Map.of());
  }

  @Override
  public PolicyTextRefusal code() {
    return (PolicyTextRefusal) super.code();
  }
}
