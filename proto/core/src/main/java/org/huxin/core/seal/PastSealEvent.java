// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.crypto.digest.Digest;

/**
 * What happened to a seal before it was filed here.
 *
 * @param action what
 * @param effectiveFrom its legal date
 * @param basis digest of the decision
 */
public record PastSealEvent(SealAction action, Instant effectiveFrom, Digest basis) {
  private static final Field<PastSealEvent, SealAction> ACTION =
      required("action", Codecs.enumeration(SealAction.class), PastSealEvent::action);
  private static final Field<PastSealEvent, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, PastSealEvent::effectiveFrom);
  private static final Field<PastSealEvent, Digest> BASIS =
      required("basis", Codecs.DIGEST, PastSealEvent::basis);

  /** The JSON form. */
  public static final ObjectCodec<PastSealEvent> CODEC =
      ObjectCodec.of(
          members ->
              new PastSealEvent(
                  members.get(ACTION), members.get(EFFECTIVE_FROM), members.get(BASIS)),
          ACTION,
          EFFECTIVE_FROM,
          BASIS);
}
