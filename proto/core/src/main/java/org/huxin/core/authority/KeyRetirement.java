// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;

/**
 * That a key ended, or that it was compromised.
 *
 * @param retiredAt when it ended
 * @param compromisedSince from when on nothing counts that it committed
 * @param at when the ledger recorded it
 */
public record KeyRetirement(Instant retiredAt, Optional<Instant> compromisedSince, Instant at) {
  private static final Field<KeyRetirement, Instant> RETIRED_AT =
      required("retiredAt", Codecs.SECONDS, KeyRetirement::retiredAt);
  private static final Field<KeyRetirement, Optional<Instant>> COMPROMISED_SINCE =
      optional("compromisedSince", Codecs.SECONDS, KeyRetirement::compromisedSince);
  private static final Field<KeyRetirement, Instant> AT =
      required("at", Codecs.SECONDS, KeyRetirement::at);

  /** The JSON form. */
  public static final ObjectCodec<KeyRetirement> CODEC =
      ObjectCodec.of(
          members ->
              new KeyRetirement(
                  members.get(RETIRED_AT), members.get(COMPROMISED_SINCE), members.get(AT)),
          RETIRED_AT,
          COMPROMISED_SINCE,
          AT);
}
