// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.SealKey;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * 注销: a seal ends.
 *
 * @param seal the seal
 * @param effectiveFrom its legal date
 * @param basis digest of the decision
 * @param cancellation why
 * @param compromisedSince from when on nothing counts that it sealed, unless its time is proven
 */
public record CancelSeal(
    SealKey seal,
    Instant effectiveFrom,
    Digest basis,
    SealCancellation cancellation,
    Optional<Instant> compromisedSince)
    implements Statement {
  private static final Field<CancelSeal, SealKey> SEAL =
      required("seal", Terms.SEAL_KEY, CancelSeal::seal);
  private static final Field<CancelSeal, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, CancelSeal::effectiveFrom);
  private static final Field<CancelSeal, Digest> BASIS =
      required("basis", Codecs.DIGEST, CancelSeal::basis);
  private static final Field<CancelSeal, SealCancellation> CANCELLATION =
      required(
          "cancellation", Codecs.enumeration(SealCancellation.class), CancelSeal::cancellation);
  private static final Field<CancelSeal, Optional<Instant>> COMPROMISED_SINCE =
      optional("compromisedSince", Codecs.SECONDS, CancelSeal::compromisedSince);

  /** The JSON form. */
  public static final ObjectCodec<CancelSeal> CODEC =
      ObjectCodec.of(
          members ->
              new CancelSeal(
                  members.get(SEAL),
                  members.get(EFFECTIVE_FROM),
                  members.get(BASIS),
                  members.get(CANCELLATION),
                  members.get(COMPROMISED_SINCE)),
          SEAL,
          EFFECTIVE_FROM,
          BASIS,
          CANCELLATION,
          COMPROMISED_SINCE);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public CancelSeal {
    if (cancellation == SealCancellation.KEY_COMPROMISED && compromisedSince.isEmpty()) {
      throw new IllegalArgumentException("a compromise says since when");
    }
  }

  @Override
  public Operation operation() {
    return Operation.CANCEL_SEAL;
  }
}
