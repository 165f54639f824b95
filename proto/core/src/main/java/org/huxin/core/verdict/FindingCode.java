// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verdict;

import static org.huxin.core.verdict.Aspect.ANCHOR;
import static org.huxin.core.verdict.Aspect.AUTHORIZATION;
import static org.huxin.core.verdict.Aspect.DOCUMENT;
import static org.huxin.core.verdict.Aspect.FRESHNESS;
import static org.huxin.core.verdict.Aspect.ISSUER;
import static org.huxin.core.verdict.Aspect.RECOGNITION;
import static org.huxin.core.verdict.Aspect.SEAL;
import static org.huxin.core.verdict.Aspect.STATUS;
import static org.huxin.core.verdict.Outcome.FAILED;
import static org.huxin.core.verdict.Outcome.OK;
import static org.huxin.core.verdict.Outcome.UNKNOWN;

/**
 * Everything that a verdict can find, each code with the aspect that it belongs to and what it
 * means for it. The names are stable; their texts in Chinese and English are in {@link
 * FindingTexts}.
 */
public enum FindingCode {
  /** The document's digest is not the record's. */
  DIGEST_MISMATCH(DOCUMENT, FAILED),
  /** The record names a document, but none was given. */
  DOCUMENT_NOT_GIVEN(DOCUMENT, UNKNOWN),
  /** The record names no document: the attributes alone were judged. */
  NO_DOCUMENT_ANCHORED(DOCUMENT, OK),
  /** A disclosed attribute is not the one that the record commits to. */
  ATTRIBUTE_MISMATCH(DOCUMENT, FAILED),
  /** An attribute that the question needs is not disclosed. */
  ATTRIBUTE_NOT_DISCLOSED(DOCUMENT, UNKNOWN),
  /** The opening names another holder than the record commits to. */
  HOLDER_MISMATCH(DOCUMENT, FAILED),
  /** The question names a holder, but no commitment of the record was opened. */
  HOLDER_NOT_OPENED(DOCUMENT, UNKNOWN),

  /** The path does not lead from the record to the batch's root. */
  NOT_INCLUDED(ANCHOR, FAILED),
  /** The record names another issuer, type, type version or division than the batch. */
  RECORD_NOT_OF_BATCH(ANCHOR, FAILED),
  /** The ledger knew no such batch by then. */
  BATCH_NOT_ANCHORED(ANCHOR, FAILED),
  /** The batch was voided. */
  BATCH_VOID(ANCHOR, FAILED),
  /** The view is too old to tell that the batch still stands. */
  ANCHOR_NOT_CURRENT(ANCHOR, UNKNOWN),
  /** The bundle does not prove what is on the ledger of the batch. Evidence: {@code kind}. */
  ANCHOR_NOT_PROVEN(ANCHOR, UNKNOWN),

  /** The ledger knew no such authority by then. */
  ISSUER_NOT_REGISTERED(ISSUER, FAILED),
  /** It was not an issuer then. */
  ISSUER_ROLE_NOT_IN_FORCE(ISSUER, FAILED),
  /** It was not accredited for that type and division then. */
  ISSUER_NOT_ACCREDITED_THEN(ISSUER, FAILED),
  /** The key that signed the batch was not in force then. */
  ISSUER_KEY_NOT_IN_FORCE(ISSUER, FAILED),
  /** The key that signed the batch was compromised by the time the batch was committed. */
  ISSUER_KEY_COMPROMISED(ISSUER, FAILED),
  /** The batch's signature is not that key's. */
  BATCH_SIGNATURE_INVALID(ISSUER, FAILED),
  /** The view is too old to tell that issuer and key are still good. */
  ISSUER_NOT_CURRENT(ISSUER, UNKNOWN),
  /** The bundle does not prove what is on the ledger of the issuer. Evidence: {@code kind}. */
  ISSUER_NOT_PROVEN(ISSUER, UNKNOWN),

  /** The check of the document's seal failed; its own findings say why. */
  SEAL_CHECK_FAILED(SEAL, FAILED),
  /** The check of the document's seal could not be finished; its own findings say why. */
  SEAL_CHECK_INCOMPLETE(SEAL, UNKNOWN),
  /** The record names a seal, but the document's seal was not checked. */
  SEAL_NOT_CHECKED(SEAL, UNKNOWN),
  /** The document's seal is not the one that the record names. */
  SEAL_NOT_OF_RECORD(SEAL, FAILED),
  /** The format has no seal that can be checked: the digest alone speaks for the document. */
  SEAL_NOT_SUPPORTED(SEAL, UNKNOWN),
  /** The ledger knew no such seal by then. */
  SEAL_NOT_ANCHORED(SEAL, FAILED),
  /** The seal's structure is not the one that was filed. */
  SEAL_STRUCTURE_MISMATCH(SEAL, FAILED),
  /** The certificate that signed is not one of the filed seal's. */
  SEAL_CERTIFICATE_NOT_FILED(SEAL, FAILED),
  /** The seal was not yet in force when it sealed. */
  SEAL_NOT_YET_IN_FORCE(SEAL, FAILED),
  /** The seal was disabled when it sealed. */
  SEAL_DISABLED_AT_SIGNING(SEAL, FAILED),
  /** The seal was cancelled or replaced before it sealed. */
  SEAL_CANCELLED_BEFORE_SIGNING(SEAL, FAILED),
  /** The seal's validity had ended when it sealed. */
  SEAL_EXPIRED_AT_SIGNING(SEAL, FAILED),
  /** The seal was not competent for that type and division when it sealed. */
  SEAL_NOT_COMPETENT(SEAL, FAILED),
  /** The seal was compromised or cancelled since, and nothing proves that it sealed before. */
  SIGNING_TIME_NOT_PROVEN(SEAL, FAILED),
  /** The view is too old to tell that the seal is still good. */
  SEAL_NOT_CURRENT(SEAL, UNKNOWN),
  /** The bundle does not prove what is on the ledger of the seal. Evidence: {@code kind}. */
  SEAL_NOT_PROVEN(SEAL, UNKNOWN),

  /** The licence's effective date lies ahead. */
  NOT_YET_EFFECTIVE(STATUS, FAILED),
  /** 失效: the last day in force is past. */
  EXPIRED(STATUS, FAILED),
  /** 暂扣: the licence is suspended. */
  SUSPENDED(STATUS, FAILED),
  /** 撤销: it was unlawfully issued and is withdrawn. */
  WITHDRAWN(STATUS, FAILED),
  /** 吊销: it was taken away as a penalty. */
  REVOKED(STATUS, FAILED),
  /** 注销: it is cancelled. */
  CANCELLED(STATUS, FAILED),
  /** A later licence takes its place. */
  SUPERSEDED(STATUS, FAILED),
  /** 办理转出: it is on its way to another region. */
  TRANSFERRED_OUT(STATUS, FAILED),
  /** The region that it went to has issued its own. */
  CLOSED(STATUS, FAILED),
  /** An accepted dispute about it is open. */
  DISPUTED(STATUS, OK),
  /** The view is too old to tell that nothing has happened since. */
  STATUS_NOT_CURRENT(STATUS, UNKNOWN),
  /** The bundle does not prove what has happened to the licence. Evidence: {@code kind}. */
  STATUS_NOT_PROVEN(STATUS, UNKNOWN),

  /** Issued and used within one city: no agreement is needed. */
  WITHIN_ONE_CITY(RECOGNITION, OK),
  /** No agreement in force covers that type, those divisions and that item. */
  NOT_RECOGNISED(RECOGNITION, FAILED),
  /** The agreement that covers it is suspended by one of the two cities. */
  AGREEMENT_SUSPENDED(RECOGNITION, FAILED),
  /** The batch's trust level is beneath the agreement's minimum. */
  TRUST_LEVEL_TOO_LOW(RECOGNITION, FAILED),
  /** The licence is disputed, and the agreement does not accept that. */
  DISPUTED_NOT_ACCEPTED(RECOGNITION, FAILED),
  /** The view at hand does not hold every agreement, and none that it holds covers the case. */
  AGREEMENTS_NOT_ALL_KNOWN(RECOGNITION, UNKNOWN),
  /** The view is too old to tell that the agreement still holds. */
  RECOGNITION_NOT_CURRENT(RECOGNITION, UNKNOWN),
  /** The bundle does not prove what is on the ledger of the agreement. Evidence: {@code kind}. */
  RECOGNITION_NOT_PROVEN(RECOGNITION, UNKNOWN),

  /** The ledger knew no such authorization by then. */
  AUTHORIZATION_NOT_FOUND(AUTHORIZATION, FAILED),
  /** Its window begins later. */
  AUTHORIZATION_NOT_YET_IN_FORCE(AUTHORIZATION, FAILED),
  /** Its window is past. */
  AUTHORIZATION_EXPIRED(AUTHORIZATION, FAILED),
  /** The grantor withdrew it. */
  AUTHORIZATION_REVOKED(AUTHORIZATION, FAILED),
  /** All its uses are used. */
  AUTHORIZATION_EXHAUSTED(AUTHORIZATION, FAILED),
  /** It is another organisation's. */
  GRANTEE_MISMATCH(AUTHORIZATION, FAILED),
  /** It does not cover that item. */
  ITEM_NOT_COVERED(AUTHORIZATION, FAILED),
  /** It does not cover that purpose. */
  PURPOSE_NOT_COVERED(AUTHORIZATION, FAILED),
  /** It does not cover that licence. */
  LICENCE_NOT_COVERED(AUTHORIZATION, FAILED),
  /** It does not cover a field that is asked for. */
  FIELD_NOT_COVERED(AUTHORIZATION, FAILED),
  /** It is for one business only, and this is another. */
  BUSINESS_NOT_COVERED(AUTHORIZATION, FAILED),
  /** Whoever granted it does not hold the licence. */
  GRANTOR_NOT_HOLDER(AUTHORIZATION, FAILED),
  /** Whether the grantor holds the licence was not opened. */
  GRANTOR_NOT_OPENED(AUTHORIZATION, UNKNOWN),
  /** One of several holders has not granted. */
  HOLDER_HAS_NOT_GRANTED(AUTHORIZATION, FAILED),
  /** The presentation is not good: past, for somebody else, or of another proof. */
  PRESENTATION_INVALID(AUTHORIZATION, FAILED),
  /** No open use scope of the asker covers the question. */
  SCOPE_NOT_COVERING(AUTHORIZATION, FAILED),
  /** The holder's attestation is not good. */
  ATTESTATION_INVALID(AUTHORIZATION, FAILED),
  /** The holder's key is retired. */
  HOLDER_KEY_RETIRED(AUTHORIZATION, FAILED),
  /** Neither consent nor scope nor presentation was named. */
  AUTHORIZATION_NOT_NAMED(AUTHORIZATION, UNKNOWN),
  /** The view is too old to tell that nothing was withdrawn since. */
  AUTHORIZATION_NOT_CURRENT(AUTHORIZATION, UNKNOWN),
  /**
   * The bundle does not prove what is on the ledger of consent, scope or attestation. Evidence:
   * {@code kind}.
   */
  AUTHORIZATION_NOT_PROVEN(AUTHORIZATION, UNKNOWN),

  /** The view is older than the caller accepts. */
  VIEW_TOO_OLD(FRESHNESS, UNKNOWN),
  /** The view does not know its own age. */
  AGE_NOT_KNOWN(FRESHNESS, UNKNOWN);

  private final Aspect aspect;
  private final Outcome outcome;

  FindingCode(Aspect aspect, Outcome outcome) {
    this.aspect = aspect;
    this.outcome = outcome;
  }

  /** The aspect that it belongs to. */
  public Aspect aspect() {
    return aspect;
  }

  /** What it means for the aspect: FAILED, UNKNOWN, or OK for a remark. */
  public Outcome outcome() {
    return outcome;
  }
}
