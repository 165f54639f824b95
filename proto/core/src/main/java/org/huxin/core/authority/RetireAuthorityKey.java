// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A key ends, and where it was compromised, all that it committed since then.
 *
 * @param authority the authority
 * @param number which of its keys
 * @param retiredAt when it ends
 * @param compromisedSince from when on nothing counts that it committed
 */
public record RetireAuthorityKey(
    Uscc authority, int number, Instant retiredAt, Optional<Instant> compromisedSince)
    implements Statement {
  private static final Field<RetireAuthorityKey, Uscc> AUTHORITY =
      required("authority", Terms.USCC, RetireAuthorityKey::authority);
  private static final Field<RetireAuthorityKey, Integer> NUMBER =
      required("number", Codecs.count(1, 99_999), RetireAuthorityKey::number);
  private static final Field<RetireAuthorityKey, Instant> RETIRED_AT =
      required("retiredAt", Codecs.SECONDS, RetireAuthorityKey::retiredAt);
  private static final Field<RetireAuthorityKey, Optional<Instant>> COMPROMISED_SINCE =
      optional("compromisedSince", Codecs.SECONDS, RetireAuthorityKey::compromisedSince);

  /** The JSON form. */
  public static final ObjectCodec<RetireAuthorityKey> CODEC =
      ObjectCodec.of(
          members ->
              new RetireAuthorityKey(
                  members.get(AUTHORITY),
                  members.get(NUMBER),
                  members.get(RETIRED_AT),
                  members.get(COMPROMISED_SINCE)),
          AUTHORITY,
          NUMBER,
          RETIRED_AT,
          COMPROMISED_SINCE);

  @Override
  public Operation operation() {
    return Operation.RETIRE_AUTHORITY_KEY;
  }
}
