// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.crypto.digest.Digest;

/**
 * That a period ended.
 *
 * @param to when it ended, exclusive
 * @param basis digest of the legal basis
 * @param at when the ledger recorded it
 */
public record PeriodEnd(Instant to, Digest basis, Instant at) {
  private static final Field<PeriodEnd, Instant> TO = required("to", Codecs.SECONDS, PeriodEnd::to);
  private static final Field<PeriodEnd, Digest> BASIS =
      required("basis", Codecs.DIGEST, PeriodEnd::basis);
  private static final Field<PeriodEnd, Instant> AT = required("at", Codecs.SECONDS, PeriodEnd::at);

  /** The JSON form. */
  public static final ObjectCodec<PeriodEnd> CODEC =
      ObjectCodec.of(
          members -> new PeriodEnd(members.get(TO), members.get(BASIS), members.get(AT)),
          TO,
          BASIS,
          AT);
}
