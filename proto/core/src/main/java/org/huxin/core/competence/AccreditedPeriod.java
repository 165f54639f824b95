// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.competence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * When an issuer was competent, and which seals were then.
 *
 * @param from from when on
 * @param to until when, exclusive, as it was opened; empty for open
 * @param basis digest of the legal basis
 * @param seals the seals that may seal; unmodifiable
 * @param succeeds whose licences it answers for
 * @param openedAt when the ledger recorded it
 * @param closing that it ended before; empty while it stands
 */
public record AccreditedPeriod(
    Instant from,
    Optional<Instant> to,
    Digest basis,
    List<SealKey> seals,
    Optional<Uscc> succeeds,
    Instant openedAt,
    Optional<PeriodEnd> closing)
    implements RecordedPeriod {
  private static final Field<AccreditedPeriod, Instant> FROM =
      required("from", Codecs.SECONDS, AccreditedPeriod::from);
  private static final Field<AccreditedPeriod, Optional<Instant>> TO =
      optional("to", Codecs.SECONDS, AccreditedPeriod::to);
  private static final Field<AccreditedPeriod, Digest> BASIS =
      required("basis", Codecs.DIGEST, AccreditedPeriod::basis);
  private static final Field<AccreditedPeriod, List<SealKey>> SEALS =
      required("seals", ListCodec.set(Terms.SEAL_KEY, 0, 16), AccreditedPeriod::seals);
  private static final Field<AccreditedPeriod, Optional<Uscc>> SUCCEEDS =
      optional("succeeds", Terms.USCC, AccreditedPeriod::succeeds);
  private static final Field<AccreditedPeriod, Instant> OPENED_AT =
      required("openedAt", Codecs.SECONDS, AccreditedPeriod::openedAt);
  private static final Field<AccreditedPeriod, Optional<PeriodEnd>> CLOSING =
      optional("closing", PeriodEnd.CODEC, AccreditedPeriod::closing);

  /** The JSON form. */
  public static final ObjectCodec<AccreditedPeriod> CODEC =
      ObjectCodec.of(
          members ->
              new AccreditedPeriod(
                  members.get(FROM),
                  members.get(TO),
                  members.get(BASIS),
                  members.get(SEALS),
                  members.get(SUCCEEDS),
                  members.get(OPENED_AT),
                  members.get(CLOSING)),
          FROM,
          TO,
          BASIS,
          SEALS,
          SUCCEEDS,
          OPENED_AT,
          CLOSING);

  /** Copies of the given lists. */
  public AccreditedPeriod {
    seals = List.copyOf(seals);
  }

  /**
   * The same period, ended sooner. An end that was planned before is forgotten: it lay later than
   * now, so no question about the past meets it.
   */
  public AccreditedPeriod closed(PeriodEnd end) {
    return new AccreditedPeriod(from, to, basis, seals, succeeds, openedAt, Optional.of(end));
  }
}
