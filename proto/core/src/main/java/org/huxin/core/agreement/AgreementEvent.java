// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.agreement;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.HistoryEntry;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * What happened to a version of an agreement.
 *
 * @param change what
 * @param city which party; empty where the next version took its place
 * @param basis digest of the decision
 * @param by whose key signed
 * @param at when the ledger recorded it
 * @param statement which statement
 */
public record AgreementEvent(
    AgreementChange change,
    Optional<DivisionCode> city,
    Optional<Digest> basis,
    KeyId by,
    Instant at,
    StatementId statement)
    implements HistoryEntry {
  private static final Field<AgreementEvent, AgreementChange> CHANGE =
      required("change", Codecs.enumeration(AgreementChange.class), AgreementEvent::change);
  private static final Field<AgreementEvent, Optional<DivisionCode>> CITY =
      optional("city", Terms.DIVISION, AgreementEvent::city);
  private static final Field<AgreementEvent, Optional<Digest>> BASIS =
      optional("basis", Codecs.DIGEST, AgreementEvent::basis);
  private static final Field<AgreementEvent, KeyId> BY =
      required("by", Terms.KEY_ID, AgreementEvent::by);
  private static final Field<AgreementEvent, Instant> AT =
      required("at", Codecs.SECONDS, AgreementEvent::at);
  private static final Field<AgreementEvent, StatementId> STATEMENT =
      required("statement", Revision.STATEMENT_ID, AgreementEvent::statement);

  /** The JSON form. */
  public static final ObjectCodec<AgreementEvent> CODEC =
      ObjectCodec.of(
          members ->
              new AgreementEvent(
                  members.get(CHANGE),
                  members.get(CITY),
                  members.get(BASIS),
                  members.get(BY),
                  members.get(AT),
                  members.get(STATEMENT)),
          CHANGE,
          CITY,
          BASIS,
          BY,
          AT,
          STATEMENT);
}
