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
 * 恢复: a disabled seal may seal again.
 *
 * @param seal the seal
 * @param effectiveFrom its legal date
 * @param basis digest of the decision
 */
public record RestoreSeal(SealKey seal, Instant effectiveFrom, Digest basis) implements Statement {
  private static final Field<RestoreSeal, SealKey> SEAL =
      required("seal", Terms.SEAL_KEY, RestoreSeal::seal);
  private static final Field<RestoreSeal, Instant> EFFECTIVE_FROM =
      required("effectiveFrom", Codecs.SECONDS, RestoreSeal::effectiveFrom);
  private static final Field<RestoreSeal, Digest> BASIS =
      required("basis", Codecs.DIGEST, RestoreSeal::basis);

  /** The JSON form. */
  public static final ObjectCodec<RestoreSeal> CODEC =
      ObjectCodec.of(
          members ->
              new RestoreSeal(members.get(SEAL), members.get(EFFECTIVE_FROM), members.get(BASIS)),
          SEAL,
          EFFECTIVE_FROM,
          BASIS);

  @Override
  public Operation operation() {
    return Operation.RESTORE_SEAL;
  }
}
