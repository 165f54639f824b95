// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.network;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** The cities are not started. */
public final class NetworkRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  NetworkRefusedException(NetworkRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public NetworkRefusal code() {
    return (NetworkRefusal) super.code();
  }
}
