// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.crypto.digest.Digest;

/**
 * That a batch is void.
 *
 * @param reason why
 * @param basis digest of the decision
 * @param effectiveFrom its legal date
 * @param at when the ledger recorded it
 */
public record VoidedBatch(VoidReason reason, Digest basis, Instant effectiveFrom, Instant at) {
  private static final Field<VoidedBatch, VoidReason> REASON =
      required("reason", Codecs.enumeration(VoidReason.class), VoidedBatch::reason);
  private static final Field<VoidedBatch, Digest> BASIS =
      required("basis", Codecs.DIGEST, VoidedBatch::basis);
  private static final Field<VoidedBatch, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, VoidedBatch::effectiveFrom);
  private static final Field<VoidedBatch, Instant> AT =
      required("at", Codecs.SECONDS, VoidedBatch::at);

  /** The JSON form. */
  public static final ObjectCodec<VoidedBatch> CODEC =
      ObjectCodec.of(
          members ->
              new VoidedBatch(
                  members.get(REASON),
                  members.get(BASIS),
                  members.get(EFFECTIVE_FROM),
                  members.get(AT)),
          REASON,
          BASIS,
          EFFECTIVE_FROM,
          AT);
}
