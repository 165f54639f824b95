// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** A file is no OFD document that can be checked. */
public final class OfdRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public OfdRefusedException(OfdRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static OfdRefusedException of(OfdRefusal code, String name, String value) {
    return new OfdRefusedException(code, Map.of(name, value));
  }

  @Override
  public OfdRefusal code() {
    return (OfdRefusal) super.code();
  }
}
