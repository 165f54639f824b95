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
 * 更换: another seal takes its place.
 *
 * @param seal the seal
 * @param effectiveFrom its legal date
 * @param basis digest of the decision
 * @param successor the other seal
 * @param compromisedSince from when on nothing counts that it sealed, unless its time is proven
 */
public record ReplaceSeal(
    SealKey seal,
    Instant effectiveFrom,
    Digest basis,
    SealKey successor,
    Optional<Instant> compromisedSince)
    implements Statement {
  private static final Field<ReplaceSeal, SealKey> SEAL =
      required("seal", Terms.SEAL_KEY, ReplaceSeal::seal);
  private static final Field<ReplaceSeal, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, ReplaceSeal::effectiveFrom);
  private static final Field<ReplaceSeal, Digest> BASIS =
      required("basis", Codecs.DIGEST, ReplaceSeal::basis);
  private static final Field<ReplaceSeal, SealKey> SUCCESSOR =
      required("successor", Terms.SEAL_KEY, ReplaceSeal::successor);
  private static final Field<ReplaceSeal, Optional<Instant>> COMPROMISED_SINCE =
      optional("compromisedSince", Codecs.SECONDS, ReplaceSeal::compromisedSince);

  /** The JSON form. */
  public static final ObjectCodec<ReplaceSeal> CODEC =
      ObjectCodec.of(
          members ->
              new ReplaceSeal(
                  members.get(SEAL),
                  members.get(EFFECTIVE_FROM),
                  members.get(BASIS),
                  members.get(SUCCESSOR),
                  members.get(COMPROMISED_SINCE)),
          SEAL,
          EFFECTIVE_FROM,
          BASIS,
          SUCCESSOR,
          COMPROMISED_SINCE);

  @Override
  public Operation operation() {
    return Operation.REPLACE_SEAL;
  }
}
