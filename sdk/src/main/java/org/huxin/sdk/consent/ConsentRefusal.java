// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.consent;

import org.huxin.crypto.refusal.RefusalCode;

/** Why consent is not asked for, given, taken or used, before the ledger is asked. */
public enum ConsentRefusal implements RefusalCode {
  /** The ledger knows no such use scope. Evidence: {@code scope}. */
  SCOPE_NOT_FOUND,
  /** The use scope is not open. Evidence: {@code scope}. */
  SCOPE_NOT_OPEN,
  /** The use scope does not allow it. Evidence: {@code scope}, {@code member}. */
  OUTSIDE_SCOPE,
  /** The text is no request for consent. Evidence: {@code code} and more. */
  REQUEST_MALFORMED,
  /** Its consumer did not sign the request, or it is past. Evidence: {@code code}. */
  REQUEST_NOT_GENUINE,
  /** The ledger knows no such key of a consumer that is in force. Evidence: {@code kid}. */
  CONSUMER_NOT_KNOWN,
  /** The licence, or an attribute of it, was not asked for. Evidence: {@code type}. */
  NOT_ASKED_FOR,
  /** The grant allows nothing. */
  NOTHING_GRANTED,
  /** The grant goes beyond what was asked for. Evidence: {@code member}. */
  BEYOND_REQUEST,
  /** An agent's grant goes beyond the one that it lies within. Evidence: {@code member}. */
  BEYOND_PARENT,
  /** The bytes are no grant file. Evidence: {@code code} and more. */
  GRANT_FILE_MALFORMED,
  /** The parts of the grant file do not belong together. Evidence: {@code code} and more. */
  GRANT_NOT_GENUINE,
  /** The ledger knows no such key of an identity provider in force. Evidence: {@code kid}. */
  PROVIDER_NOT_KNOWN,
  /** The grant covers none of the licences. */
  LICENCE_NOT_GRANTED,
  /** Whoever granted does not hold the licence. Evidence: {@code type}. */
  GRANTOR_NOT_HOLDER,
  /** The proof does not show who holds the licence. Evidence: {@code type}. */
  HOLDER_NOT_SHOWN,
  /** The ledger holds no such consent. Evidence: {@code authorization}. */
  NOT_ON_LEDGER,
  /** The licence is not valid: it is not used. Evidence: {@code type}. */
  LICENCE_NOT_VALID,
  /** Neither the licence nor its issuer names a key for the trail. Evidence: {@code issuer}. */
  TRAIL_KEY_MISSING
}
