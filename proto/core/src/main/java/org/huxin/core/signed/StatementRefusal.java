// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a JWS is no statement for this ledger (proto/spec/statement.md, Refusals). */
public enum StatementRefusal implements RefusalCode {
  /** A kind of JWS that asks for no operation, or for another one. Evidence: {@code typ}. */
  STATEMENT_TYPE,
  /** The payload is not that of the operation. Evidence: {@code code}, {@code at} and more. */
  STATEMENT_MALFORMED,
  /** It is meant for another ledger. Evidence: {@code ledger}. */
  WRONG_LEDGER,
  /** It changes something that exists, but names no version. */
  REPLACES_MISSING,
  /** It names a version, but creates something or only takes away. */
  REPLACES_UNEXPECTED,
  /** The {@code kid} names a holder where an authority must sign, or the other way round. */
  STATEMENT_SIGNATORY,
  /** Joint signatures over different payloads, or by one key twice, or none. */
  JOINT_NOT_ONE_STATEMENT
}
