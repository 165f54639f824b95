// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

/** 可信等级: how far a licence is to be trusted. */
public enum TrustLevel {
  /** Issued and sealed by the issuer together with the approval. */
  A,
  /** Stock that the issuer checked. */
  B,
  /** Uploaded by the holder or scanned at a window. */
  C,
  /** Declared and not checked. */
  D
}
