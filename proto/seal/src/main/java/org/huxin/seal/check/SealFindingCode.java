// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.check;

import static org.huxin.core.verdict.Outcome.FAILED;
import static org.huxin.core.verdict.Outcome.OK;
import static org.huxin.core.verdict.Outcome.UNKNOWN;

import org.huxin.core.verdict.Outcome;

/**
 * Everything that the check of a seal, a sealing or a sealed document can find, in the order of the
 * checks (proto/spec/seal-check.md, Findings). The names are stable; their texts in Chinese and
 * English are in {@link SealFindingTexts}.
 */
public enum SealFindingCode {
  /** The document carries no seal. */
  NOT_SEALED(UNKNOWN),
  /** A PDF: its digest alone speaks for it. Evidence: {@code digest}. */
  PDF_NOT_SUPPORTED(UNKNOWN),
  /** A signature without a seal (Type Sign): not of the structures that are checked here. */
  SIGNATURE_WITHOUT_SEAL(UNKNOWN),
  /** A file that a reference names is not there. Evidence: {@code file}. */
  REFERENCE_MISSING(FAILED),
  /** A file is not the one that was sealed. Evidence: {@code file}, {@code found}. */
  REFERENCE_MISMATCH(FAILED),
  /** A file that no reference of any sealing covers. Evidence: {@code file}. */
  FILE_NOT_COVERED(UNKNOWN),
  /** A file that only a later sealing covers. Evidence: {@code file}. */
  FILE_ADDED_LATER(OK),
  /** A sealing that protects the list of sealings is not the last one. */
  SEALED_AFTER_WHOLE_PROTECTION(FAILED),
  /** The seal's file is not the seal that was put. */
  SEAL_FILE_MISMATCH(FAILED),

  /** Not the structure of a seal or sealing. Evidence: that of the refusal, and {@code refusal}. */
  SES_FORMAT(FAILED),
  /** A vendor's extension that must be understood. Evidence: {@code id}. */
  EXTENSION_NOT_KNOWN(UNKNOWN),
  /** Another algorithm than SM2 with SM3, or SM3 and SHA-256 for files. Evidence: {@code at}. */
  ALGORITHM_NOT_SUPPORTED(UNKNOWN),
  /** A signature that is not written as the standard says, but read. Evidence: {@code form}. */
  SIGNATURE_FORM(OK),
  /** The signature is not that of the signer's certificate. */
  SIG_VALUE(FAILED),
  /** No roots were given: who stands behind a certificate is not judged. Evidence: {@code of}. */
  CHAIN_NOT_JUDGED(UNKNOWN),
  /** No current revocation list was given. Evidence: {@code of}. */
  REVOCATION_NOT_CHECKED(OK),
  /** No root stands behind the signer's certificate. */
  SIGNER_CERT_CHAIN(FAILED),
  /** The signer's certificate is not for signing. */
  SIGNER_CERT_USAGE(FAILED),
  /** A time stamp that is none, is not on this signature, or lies before the time it confirms. */
  TIMESTAMP_INVALID(FAILED),
  /** A time stamp whose authority is not judged: it proves nothing. */
  TIMESTAMP_NOT_JUDGED(OK),
  /** Sealed outside the period of the signer's certificate. */
  SIGN_TIME_OUTSIDE_CERT(FAILED),
  /** The signer's certificate was revoked when it sealed. */
  SIGNER_REVOKED_BEFORE_SIGNING(FAILED),
  /** It was revoked later, and nothing but the signer's word says that it sealed before. */
  SIGNING_TIME_NOT_PROVEN(UNKNOWN),
  /** What was sealed was not given. */
  DATA_NOT_GIVEN(UNKNOWN),
  /**
   * What was sealed is something else. Evidence: {@code variant}, if it is a known wrong digest.
   */
  DATA_HASH_MISMATCH(FAILED),
  /** The sealing names another file as what it seals. */
  PROPERTY_INFO_DIFFERS(OK),
  /** The signer is not one of those who may use the seal. */
  SIGNER_NOT_IN_SEAL_LIST(FAILED),

  /** The seal's signature is not that of its maker's certificate. */
  SEAL_SIG(FAILED),
  /** No root stands behind the maker's certificate. */
  MAKER_CERT_CHAIN(FAILED),
  /** The maker's certificate was outside its period. */
  MAKER_CERT_EXPIRED(FAILED),
  /** The maker's certificate was revoked. */
  MAKER_CERT_REVOKED(FAILED),
  /** The maker's certificate is not for signing. */
  MAKER_CERT_USAGE(FAILED),
  /** The seal's period begins later. */
  SEAL_NOT_YET_VALID(FAILED),
  /** The seal's period is over. */
  SEAL_EXPIRED(FAILED),
  /** Sealed outside the seal's period. */
  SIGN_TIME_OUTSIDE_SEAL(FAILED);

  private final Outcome outcome;

  SealFindingCode(Outcome outcome) {
    this.outcome = outcome;
  }

  /** What it means: FAILED, UNKNOWN, or OK for a remark. */
  public Outcome outcome() {
    return outcome;
  }
}
