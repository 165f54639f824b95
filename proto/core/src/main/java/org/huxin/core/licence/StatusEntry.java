// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * What happens to one licence.
 *
 * @param anchorKey the licence
 * @param action what
 * @param replaces the version of its status that this replaces; empty for what only takes away
 * @param effectiveFrom its legal date
 * @param reason why, from the list of the trade
 * @param basis digest of the decision
 * @param destination where a transfer goes
 * @param agreement under which agreement a transfer is closed
 * @param strikes the version whose entry is struck out
 */
public record StatusEntry(
    AnchorKey anchorKey,
    StatusAction action,
    Optional<Integer> replaces,
    Instant effectiveFrom,
    Code reason,
    Digest basis,
    Optional<DivisionCode> destination,
    Optional<StatementId> agreement,
    Optional<Integer> strikes) {
  private static final Field<StatusEntry, AnchorKey> ANCHOR_KEY =
      required("anchorKey", Terms.ANCHOR_KEY, StatusEntry::anchorKey);
  private static final Field<StatusEntry, StatusAction> ACTION =
      required("action", Codecs.enumeration(StatusAction.class), StatusEntry::action);
  private static final Field<StatusEntry, Optional<Integer>> REPLACES =
      optional("replaces", Codecs.count(0, 1_000_000), StatusEntry::replaces);
  private static final Field<StatusEntry, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, StatusEntry::effectiveFrom);
  private static final Field<StatusEntry, Code> REASON =
      required("reason", Code.CODEC, StatusEntry::reason);
  private static final Field<StatusEntry, Digest> BASIS =
      required("basis", Codecs.DIGEST, StatusEntry::basis);
  private static final Field<StatusEntry, Optional<DivisionCode>> DESTINATION =
      optional("destination", Terms.DIVISION, StatusEntry::destination);
  private static final Field<StatusEntry, Optional<StatementId>> AGREEMENT =
      optional("agreement", Terms.STATEMENT_ID, StatusEntry::agreement);
  private static final Field<StatusEntry, Optional<Integer>> STRIKES =
      optional("strikes", Codecs.count(1, 1_000_000), StatusEntry::strikes);

  /** The JSON form. */
  public static final ObjectCodec<StatusEntry> CODEC =
      ObjectCodec.of(
          members ->
              new StatusEntry(
                  members.get(ANCHOR_KEY),
                  members.get(ACTION),
                  members.get(REPLACES),
                  members.get(EFFECTIVE_FROM),
                  members.get(REASON),
                  members.get(BASIS),
                  members.get(DESTINATION),
                  members.get(AGREEMENT),
                  members.get(STRIKES)),
          ANCHOR_KEY,
          ACTION,
          REPLACES,
          EFFECTIVE_FROM,
          REASON,
          BASIS,
          DESTINATION,
          AGREEMENT,
          STRIKES);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public StatusEntry {
    boolean takesAway = action == StatusAction.SUSPEND;
    if (takesAway == replaces.isPresent()) {
      throw new IllegalArgumentException("every action but SUSPEND names the version it replaces");
    }
    if ((action == StatusAction.TRANSFER_OUT) != destination.isPresent()
        || (action == StatusAction.CLOSE) != agreement.isPresent()
        || (action == StatusAction.ANNUL) != strikes.isPresent()) {
      throw new IllegalArgumentException(
          "a destination, an agreement and a struck version belong to their actions");
    }
  }
}
