// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.StatementId;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;

/**
 * An authorization that the asker says it has for this licence.
 *
 * @param authorization which
 * @param salt what blinds the licence in it; empty where it covers a type
 */
public record ClaimedAuthorization(StatementId authorization, Optional<Bytes> salt) {
  private static final Field<ClaimedAuthorization, StatementId> AUTHORIZATION =
      required("authorization", Terms.STATEMENT_ID, ClaimedAuthorization::authorization);
  private static final Field<ClaimedAuthorization, Optional<Bytes>> SALT =
      optional("salt", Codecs.bytes(16), ClaimedAuthorization::salt);

  /** The JSON form. */
  public static final ObjectCodec<ClaimedAuthorization> CODEC =
      ObjectCodec.of(
          members -> new ClaimedAuthorization(members.get(AUTHORIZATION), members.get(SALT)),
          AUTHORIZATION,
          SALT);
}
