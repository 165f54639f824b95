// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.crypto.digest.Digest;

/**
 * When an authority supervised.
 *
 * @param from from when on
 * @param to until when, exclusive, as it was opened; empty for open
 * @param basis digest of the legal basis
 * @param openedAt when the ledger recorded it
 * @param closing that it ended before; empty while it stands
 */
public record SupervisedPeriod(
    Instant from, Optional<Instant> to, Digest basis, Instant openedAt, Optional<PeriodEnd> closing)
    implements RecordedPeriod {
  private static final Field<SupervisedPeriod, Instant> FROM =
      required("from", Codecs.SECONDS, SupervisedPeriod::from);
  private static final Field<SupervisedPeriod, Optional<Instant>> TO =
      optional("to", Codecs.SECONDS, SupervisedPeriod::to);
  private static final Field<SupervisedPeriod, Digest> BASIS =
      required("basis", Codecs.DIGEST, SupervisedPeriod::basis);
  private static final Field<SupervisedPeriod, Instant> OPENED_AT =
      required("openedAt", Codecs.SECONDS, SupervisedPeriod::openedAt);
  private static final Field<SupervisedPeriod, Optional<PeriodEnd>> CLOSING =
      optional("closing", PeriodEnd.CODEC, SupervisedPeriod::closing);

  /** The JSON form. */
  public static final ObjectCodec<SupervisedPeriod> CODEC =
      ObjectCodec.of(
          members ->
              new SupervisedPeriod(
                  members.get(FROM),
                  members.get(TO),
                  members.get(BASIS),
                  members.get(OPENED_AT),
                  members.get(CLOSING)),
          FROM,
          TO,
          BASIS,
          OPENED_AT,
          CLOSING);

  /**
   * The same period, ended sooner. An end that was planned before is forgotten: it lay later than
   * now, so no question about the past meets it.
   */
  public SupervisedPeriod closed(PeriodEnd end) {
    return new SupervisedPeriod(from, to, basis, openedAt, Optional.of(end));
  }
}
