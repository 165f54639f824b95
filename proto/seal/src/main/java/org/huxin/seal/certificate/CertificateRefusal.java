// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.certificate;

import org.huxin.crypto.refusal.RefusalCode;

/** Why bytes are no certificate and no revocation list (proto/spec/seal-check.md, Certificates). */
public enum CertificateRefusal implements RefusalCode {
  /** Larger than any. Evidence: {@code limit}. */
  CERTIFICATE_TOO_LARGE,
  /** Not the DER of an X.509 certificate, or something after its end. */
  CERTIFICATE_MALFORMED,
  /** Not one PEM block of what it should be. */
  CERTIFICATE_PEM,
  /** Not the DER of an X.509 revocation list, or something after its end. */
  REVOCATION_LIST_MALFORMED,
  /** A revocation list that lists only changes, or others' certificates: it cannot stand alone. */
  REVOCATION_LIST_PARTIAL
}
