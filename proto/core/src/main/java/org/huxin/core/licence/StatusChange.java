// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

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
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.HistoryEntry;
import org.huxin.core.ledger.Revision;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * One change of a licence's status: a version of it.
 *
 * @param action what happened
 * @param effectiveFrom its legal date
 * @param reason why; empty where the event says it
 * @param basis digest of the decision; empty where another statement is the basis
 * @param lifted whose suspension ends; empty for the signer's own
 * @param successor the batch that takes its place
 * @param destination where a transfer goes
 * @param agreement under which agreement a transfer is closed
 * @param dispute which dispute begins or ends
 * @param strikes the version that is struck out
 * @param by whose key signed
 * @param at when the ledger recorded it
 * @param statement which statement
 */
public record StatusChange(
    StatusEvent action,
    Instant effectiveFrom,
    Optional<Code> reason,
    Optional<Digest> basis,
    Optional<Uscc> lifted,
    Optional<StatementId> successor,
    Optional<DivisionCode> destination,
    Optional<StatementId> agreement,
    Optional<StatementId> dispute,
    Optional<Integer> strikes,
    KeyId by,
    Instant at,
    StatementId statement)
    implements HistoryEntry {
  private static final Field<StatusChange, StatusEvent> ACTION =
      required("action", Codecs.enumeration(StatusEvent.class), StatusChange::action);
  private static final Field<StatusChange, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, StatusChange::effectiveFrom);
  private static final Field<StatusChange, Optional<Code>> REASON =
      optional("reason", Code.CODEC, StatusChange::reason);
  private static final Field<StatusChange, Optional<Digest>> BASIS =
      optional("basis", Codecs.DIGEST, StatusChange::basis);
  private static final Field<StatusChange, Optional<Uscc>> LIFTED =
      optional("lifted", Terms.USCC, StatusChange::lifted);
  private static final Field<StatusChange, Optional<StatementId>> SUCCESSOR =
      optional("successor", Revision.STATEMENT_ID, StatusChange::successor);
  private static final Field<StatusChange, Optional<DivisionCode>> DESTINATION =
      optional("destination", Terms.DIVISION, StatusChange::destination);
  private static final Field<StatusChange, Optional<StatementId>> AGREEMENT =
      optional("agreement", Revision.STATEMENT_ID, StatusChange::agreement);
  private static final Field<StatusChange, Optional<StatementId>> DISPUTE =
      optional("dispute", Revision.STATEMENT_ID, StatusChange::dispute);
  private static final Field<StatusChange, Optional<Integer>> STRIKES =
      optional("strikes", Codecs.count(1, 1_000_000), StatusChange::strikes);
  private static final Field<StatusChange, KeyId> BY =
      required("by", Terms.KEY_ID, StatusChange::by);
  private static final Field<StatusChange, Instant> AT =
      required("at", Codecs.SECONDS, StatusChange::at);
  private static final Field<StatusChange, StatementId> STATEMENT =
      required("statement", Revision.STATEMENT_ID, StatusChange::statement);

  /** The JSON form. */
  public static final ObjectCodec<StatusChange> CODEC =
      ObjectCodec.of(
          members ->
              new StatusChange(
                  members.get(ACTION),
                  members.get(EFFECTIVE_FROM),
                  members.get(REASON),
                  members.get(BASIS),
                  members.get(LIFTED),
                  members.get(SUCCESSOR),
                  members.get(DESTINATION),
                  members.get(AGREEMENT),
                  members.get(DISPUTE),
                  members.get(STRIKES),
                  members.get(BY),
                  members.get(AT),
                  members.get(STATEMENT)),
          ACTION,
          EFFECTIVE_FROM,
          REASON,
          BASIS,
          LIFTED,
          SUCCESSOR,
          DESTINATION,
          AGREEMENT,
          DISPUTE,
          STRIKES,
          BY,
          AT,
          STATEMENT);
}
