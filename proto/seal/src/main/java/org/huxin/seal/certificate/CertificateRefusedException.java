// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.certificate;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** Bytes are no certificate and no revocation list. */
public final class CertificateRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public CertificateRefusedException(CertificateRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static CertificateRefusedException of(CertificateRefusal code) {
    return new CertificateRefusedException(code, Map.of());
  }

  @Override
  public CertificateRefusal code() {
    return (CertificateRefusal) super.code();
  }
}
