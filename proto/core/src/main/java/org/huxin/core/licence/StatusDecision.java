// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * What happens to licences by one decision.
 *
 * @param action what
 * @param effectiveFrom its legal date
 * @param reason why, from the list of the trade
 * @param basis digest of the decision
 * @param destination where a transfer goes
 * @param agreement under which agreement a transfer is closed
 * @param licences to which; unmodifiable
 */
public record StatusDecision(
    StatusAction action,
    Instant effectiveFrom,
    Code reason,
    Digest basis,
    Optional<DivisionCode> destination,
    Optional<StatementId> agreement,
    List<DecidedLicence> licences) {
  /** Limits of the genesis configuration end here. */
  public static final int MAX_LICENCES = 1_000;

  private static final Field<StatusDecision, StatusAction> ACTION =
      required("action", Codecs.enumeration(StatusAction.class), StatusDecision::action);
  private static final Field<StatusDecision, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, StatusDecision::effectiveFrom);
  private static final Field<StatusDecision, Code> REASON =
      required("reason", Code.CODEC, StatusDecision::reason);
  private static final Field<StatusDecision, Digest> BASIS =
      required("basis", Codecs.DIGEST, StatusDecision::basis);
  private static final Field<StatusDecision, Optional<DivisionCode>> DESTINATION =
      optional("destination", Terms.DIVISION, StatusDecision::destination);
  private static final Field<StatusDecision, Optional<StatementId>> AGREEMENT =
      optional("agreement", Terms.STATEMENT_ID, StatusDecision::agreement);
  private static final Field<StatusDecision, List<DecidedLicence>> LICENCES =
      required(
          "licences",
          ListCodec.list(DecidedLicence.CODEC, 1, MAX_LICENCES),
          StatusDecision::licences);

  /** The JSON form. */
  public static final ObjectCodec<StatusDecision> CODEC =
      ObjectCodec.of(
          members ->
              new StatusDecision(
                  members.get(ACTION),
                  members.get(EFFECTIVE_FROM),
                  members.get(REASON),
                  members.get(BASIS),
                  members.get(DESTINATION),
                  members.get(AGREEMENT),
                  members.get(LICENCES)),
          ACTION,
          EFFECTIVE_FROM,
          REASON,
          BASIS,
          DESTINATION,
          AGREEMENT,
          LICENCES);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public StatusDecision {
    licences = List.copyOf(licences);
    if ((action == StatusAction.TRANSFER_OUT) != destination.isPresent()
        || (action == StatusAction.CLOSE) != agreement.isPresent()) {
      throw new IllegalArgumentException("a destination and an agreement belong to their actions");
    }
    for (DecidedLicence each : licences) {
      if (action == StatusAction.SUSPEND && each.replaces().isPresent()) {
        throw new IllegalArgumentException("a suspension names no version");
      }
      if ((action == StatusAction.ANNUL) != each.strikes().isPresent()) {
        throw new IllegalArgumentException("a struck version belongs to its action");
      }
    }
  }
}
