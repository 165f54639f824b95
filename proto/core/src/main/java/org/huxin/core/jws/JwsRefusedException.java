// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.jws;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A text is no JWS of the profile, or not signed by the key. */
public final class JwsRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public JwsRefusedException(JwsRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static JwsRefusedException of(JwsRefusal code) {
    return new JwsRefusedException(code, Map.of());
  }

  static JwsRefusedException because(JwsRefusal code, RefusedException cause) {
    return new JwsRefusedException(code, Map.of("code", cause.code().name()));
  }

  @Override
  public JwsRefusal code() {
    return (JwsRefusal) super.code();
  }
}
