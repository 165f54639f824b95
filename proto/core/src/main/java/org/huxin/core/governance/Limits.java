// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.governance;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;

/**
 * The limits that hold for every statement of this ledger.
 *
 * @param clockSkewSeconds how far a carrier's clock may differ from an endorser's
 * @param statementAgeSeconds how old a statement may be when it is committed
 * @param agreementNoticeSeconds the shortest notice of an agreement
 * @param disputeAcceptSeconds how long an issuer may take to accept a dispute
 * @param disputeResolveSeconds how long an issuer may take to decide it
 * @param disputeEscalateSeconds how long a raiser may take to escalate it
 * @param voidBatchSeconds how long after its anchoring a batch may be voided
 * @param authorizationSeconds the longest window of an authorization
 * @param statusEntries the most entries of a status statement
 * @param usesPerPurpose the most usages of one item and business
 */
public record Limits(
    int clockSkewSeconds,
    int statementAgeSeconds,
    int agreementNoticeSeconds,
    int disputeAcceptSeconds,
    int disputeResolveSeconds,
    int disputeEscalateSeconds,
    int voidBatchSeconds,
    int authorizationSeconds,
    int statusEntries,
    int usesPerPurpose) {
  private static final Field<Limits, Integer> CLOCK_SKEW_SECONDS =
      required("clockSkewSeconds", Codecs.count(1, 3_600), Limits::clockSkewSeconds);
  private static final Field<Limits, Integer> STATEMENT_AGE_SECONDS =
      required("statementAgeSeconds", Codecs.count(60, 2_592_000), Limits::statementAgeSeconds);
  private static final Field<Limits, Integer> AGREEMENT_NOTICE_SECONDS =
      required(
          "agreementNoticeSeconds", Codecs.count(1, 31_536_000), Limits::agreementNoticeSeconds);
  private static final Field<Limits, Integer> DISPUTE_ACCEPT_SECONDS =
      required("disputeAcceptSeconds", Codecs.count(1, 31_536_000), Limits::disputeAcceptSeconds);
  private static final Field<Limits, Integer> DISPUTE_RESOLVE_SECONDS =
      required("disputeResolveSeconds", Codecs.count(1, 31_536_000), Limits::disputeResolveSeconds);
  private static final Field<Limits, Integer> DISPUTE_ESCALATE_SECONDS =
      required(
          "disputeEscalateSeconds", Codecs.count(1, 31_536_000), Limits::disputeEscalateSeconds);
  private static final Field<Limits, Integer> VOID_BATCH_SECONDS =
      required("voidBatchSeconds", Codecs.count(1, 31_536_000), Limits::voidBatchSeconds);
  private static final Field<Limits, Integer> AUTHORIZATION_SECONDS =
      required("authorizationSeconds", Codecs.count(1, 157_680_000), Limits::authorizationSeconds);
  private static final Field<Limits, Integer> STATUS_ENTRIES =
      required("statusEntries", Codecs.count(1, 1_000), Limits::statusEntries);
  private static final Field<Limits, Integer> USES_PER_PURPOSE =
      required("usesPerPurpose", Codecs.count(1, 1_000), Limits::usesPerPurpose);

  /** The JSON form. */
  public static final ObjectCodec<Limits> CODEC =
      ObjectCodec.of(
          members ->
              new Limits(
                  members.get(CLOCK_SKEW_SECONDS),
                  members.get(STATEMENT_AGE_SECONDS),
                  members.get(AGREEMENT_NOTICE_SECONDS),
                  members.get(DISPUTE_ACCEPT_SECONDS),
                  members.get(DISPUTE_RESOLVE_SECONDS),
                  members.get(DISPUTE_ESCALATE_SECONDS),
                  members.get(VOID_BATCH_SECONDS),
                  members.get(AUTHORIZATION_SECONDS),
                  members.get(STATUS_ENTRIES),
                  members.get(USES_PER_PURPOSE)),
          CLOCK_SKEW_SECONDS,
          STATEMENT_AGE_SECONDS,
          AGREEMENT_NOTICE_SECONDS,
          DISPUTE_ACCEPT_SECONDS,
          DISPUTE_RESOLVE_SECONDS,
          DISPUTE_ESCALATE_SECONDS,
          VOID_BATCH_SECONDS,
          AUTHORIZATION_SECONDS,
          STATUS_ENTRIES,
          USES_PER_PURPOSE);
}
