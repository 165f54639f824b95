// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.offline;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a document or its proof does not hold (proto/spec/proof-file.md, Refusals). */
public enum OfflineRefusal implements RefusalCode {
  /** The batch's JWS is no batch statement of that ledger. Evidence: {@code code}. */
  BATCH_REFUSED,
  /** The batch names another issuer than the key's owner. */
  BATCH_OF_OTHER_ISSUER,
  /** The trusted key did not sign the batch. Evidence: {@code code}. */
  BATCH_NOT_SIGNED_BY_KEY,
  /** The proof is for another batch than the trusted one. */
  PROOF_OF_OTHER_BATCH,
  /** The record names another issuer, type, type version, or division than the batch. */
  RECORD_NOT_OF_BATCH,
  /** The path does not lead from the record to the batch's root. Evidence: {@code code}. */
  RECORD_NOT_INCLUDED,
  /** The attributes, shown and hidden, are not those of the record. */
  ATTRIBUTES_MISMATCH,
  /** An opening is not that of the record's holder. Evidence: {@code index}. */
  HOLDER_MISMATCH,
  /** The identifier is not that of the record. */
  IDENTIFIER_MISMATCH,
  /** The document's digest is not the record's. */
  DOCUMENT_MISMATCH,
  /** The record names no document, so that none can be checked. */
  NO_DOCUMENT_ANCHORED
}
