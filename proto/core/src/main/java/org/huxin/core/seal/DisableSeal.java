// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.seal;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.SealKey;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.digest.Digest;

/**
 * 停用: a seal may not seal for the time being.
 *
 * @param seal the seal
 * @param effectiveFrom its legal date
 * @param basis digest of the decision
 */
public record DisableSeal(SealKey seal, Instant effectiveFrom, Digest basis) implements Statement {
  private static final Field<DisableSeal, SealKey> SEAL =
      required("seal", Terms.SEAL_KEY, DisableSeal::seal);
  private static final Field<DisableSeal, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, DisableSeal::effectiveFrom);
  private static final Field<DisableSeal, Digest> BASIS =
      required("basis", Codecs.DIGEST, DisableSeal::basis);

  /** The JSON form. */
  public static final ObjectCodec<DisableSeal> CODEC =
      ObjectCodec.of(
          members ->
              new DisableSeal(members.get(SEAL), members.get(EFFECTIVE_FROM), members.get(BASIS)),
          SEAL,
          EFFECTIVE_FROM,
          BASIS);

  @Override
  public Operation operation() {
    return Operation.DISABLE_SEAL;
  }
}
