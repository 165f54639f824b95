// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.certificatefree;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** It cannot be told whether a service can go on without certificates. */
public final class CertificateFreeRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public CertificateFreeRefusedException(
      CertificateFreeRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  @Override
  public CertificateFreeRefusal code() {
    return (CertificateFreeRefusal) super.code();
  }
}
