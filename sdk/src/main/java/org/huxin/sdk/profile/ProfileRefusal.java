// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a profile is not taken. */
public enum ProfileRefusal implements RefusalCode {
  /**
   * The file is no canonical JSON of a profile's form. Evidence: {@code code} of the refusal within
   * and what it names.
   */
  PROFILE_FORM,
  /** A text is not one or more X.509 certificates in PEM. */
  CERTIFICATE_UNREADABLE,
  /** A text is no PKCS#8 private key in PEM, of P-256, P-384 or Ed25519. Evidence: {@code code}. */
  PRIVATE_KEY_UNREADABLE,
  /** The signer's public key is not that of the identity's certificate. */
  KEY_OF_OTHER_CERTIFICATE,
  /** Neither the profile holds a private key, nor was a signer given. */
  SIGNER_MISSING,
  /** The signer's suite is none that Fabric's peers accept. Evidence: {@code suite}. */
  SUITE_NOT_OF_FABRIC
}
