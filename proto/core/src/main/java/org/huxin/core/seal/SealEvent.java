// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.HistoryEntry;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * What happened to a seal once it was filed.
 *
 * @param change what
 * @param effectiveFrom its legal date
 * @param basis digest of the decision; empty for the filing
 * @param cancellation why it was cancelled
 * @param successor the seal in its place
 * @param compromisedSince from when on nothing counts that it sealed, unless its time is proven
 * @param by whose key signed
 * @param at when the ledger recorded it
 * @param statement which statement
 */
public record SealEvent(
    SealChange change,
    Instant effectiveFrom,
    Optional<Digest> basis,
    Optional<SealCancellation> cancellation,
    Optional<SealKey> successor,
    Optional<Instant> compromisedSince,
    KeyId by,
    Instant at,
    StatementId statement)
    implements HistoryEntry {
  private static final Field<SealEvent, SealChange> CHANGE =
      required("change", Codecs.enumeration(SealChange.class), SealEvent::change);
  private static final Field<SealEvent, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, SealEvent::effectiveFrom);
  private static final Field<SealEvent, Optional<Digest>> BASIS =
      optional("basis", Codecs.DIGEST, SealEvent::basis);
  private static final Field<SealEvent, Optional<SealCancellation>> CANCELLATION =
      optional("cancellation", Codecs.enumeration(SealCancellation.class), SealEvent::cancellation);
  private static final Field<SealEvent, Optional<SealKey>> SUCCESSOR =
      optional("successor", Terms.SEAL_KEY, SealEvent::successor);
  private static final Field<SealEvent, Optional<Instant>> COMPROMISED_SINCE =
      optional("compromisedSince", Codecs.SECONDS, SealEvent::compromisedSince);
  private static final Field<SealEvent, KeyId> BY = required("by", Terms.KEY_ID, SealEvent::by);
  private static final Field<SealEvent, Instant> AT = required("at", Codecs.SECONDS, SealEvent::at);
  private static final Field<SealEvent, StatementId> STATEMENT =
      required("statement", Revision.STATEMENT_ID, SealEvent::statement);

  /** The JSON form. */
  public static final ObjectCodec<SealEvent> CODEC =
      ObjectCodec.of(
          members ->
              new SealEvent(
                  members.get(CHANGE),
                  members.get(EFFECTIVE_FROM),
                  members.get(BASIS),
                  members.get(CANCELLATION),
                  members.get(SUCCESSOR),
                  members.get(COMPROMISED_SINCE),
                  members.get(BY),
                  members.get(AT),
                  members.get(STATEMENT)),
          CHANGE,
          EFFECTIVE_FROM,
          BASIS,
          CANCELLATION,
          SUCCESSOR,
          COMPROMISED_SINCE,
          BY,
          AT,
          STATEMENT);
}
