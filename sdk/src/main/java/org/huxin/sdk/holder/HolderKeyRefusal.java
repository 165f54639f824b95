// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a holder's key file is not used. */
public enum HolderKeyRefusal implements RefusalCode {
  /** It is no such file. Evidence: {@code code} and more. */
  KEY_FILE_MALFORMED,
  /** A password protects it, and none was given. */
  PASSWORD_NEEDED,
  /** Another password, or the file was changed. */
  PASSWORD_WRONG,
  /** No identity provider has attested the key yet. */
  KEY_NOT_ATTESTED,
  /** The attestation is of another key, or of another person. Evidence: {@code code}. */
  ATTESTATION_OF_OTHER
}
