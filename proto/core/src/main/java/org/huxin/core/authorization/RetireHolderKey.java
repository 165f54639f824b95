// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authorization;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A holder's key ends: by itself, its successor, or the identity provider.
 *
 * @param key which
 * @param since from when on
 * @param reason why
 */
public record RetireHolderKey(Thumbprint key, Instant since, Code reason) implements Statement {
  private static final Field<RetireHolderKey, Thumbprint> KEY =
      required("key", Terms.THUMBPRINT, RetireHolderKey::key);
  private static final Field<RetireHolderKey, Instant> SINCE =
      required("since", Codecs.SECONDS, RetireHolderKey::since);
  private static final Field<RetireHolderKey, Code> REASON =
      required("reason", Code.CODEC, RetireHolderKey::reason);

  /** The JSON form. */
  public static final ObjectCodec<RetireHolderKey> CODEC =
      ObjectCodec.of(
          members -> new RetireHolderKey(members.get(KEY), members.get(SINCE), members.get(REASON)),
          KEY,
          SINCE,
          REASON);

  @Override
  public Operation operation() {
    return Operation.RETIRE_HOLDER_KEY;
  }
}
