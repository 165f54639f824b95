// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.licence;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.AnchorKey;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * A status that a licence of the batch has from the start, such as stock that is suspended.
 *
 * @param anchorKey the licence
 * @param action what happened
 * @param effectiveFrom its legal date
 * @param basis digest of the decision
 */
public record InitialStatus(
    AnchorKey anchorKey, StatusAction action, Instant effectiveFrom, Digest basis) {
  private static final Field<InitialStatus, AnchorKey> ANCHOR_KEY =
      required("anchorKey", Terms.ANCHOR_KEY, InitialStatus::anchorKey);
  private static final Field<InitialStatus, StatusAction> ACTION =
      required("action", Codecs.enumeration(StatusAction.class), InitialStatus::action);
  private static final Field<InitialStatus, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, InitialStatus::effectiveFrom);
  private static final Field<InitialStatus, Digest> BASIS =
      required("basis", Codecs.DIGEST, InitialStatus::basis);

  /** The JSON form. */
  public static final ObjectCodec<InitialStatus> CODEC =
      ObjectCodec.of(
          members ->
              new InitialStatus(
                  members.get(ANCHOR_KEY),
                  members.get(ACTION),
                  members.get(EFFECTIVE_FROM),
                  members.get(BASIS)),
          ANCHOR_KEY,
          ACTION,
          EFFECTIVE_FROM,
          BASIS);
}
