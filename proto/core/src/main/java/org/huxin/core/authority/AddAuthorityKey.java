// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.Uscc;
import org.huxin.core.statement.Operation;
import org.huxin.core.statement.Statement;
import org.huxin.core.statement.Terms;

/**
 * A key is added to an authority.
 *
 * @param authority the authority
 * @param key the key
 */
public record AddAuthorityKey(Uscc authority, KeyRegistration key) implements Statement {
  private static final Field<AddAuthorityKey, Uscc> AUTHORITY =
      required("authority", Terms.USCC, AddAuthorityKey::authority);
  private static final Field<AddAuthorityKey, KeyRegistration> KEY =
      required("key", KeyRegistration.CODEC, AddAuthorityKey::key);

  /** The JSON form. */
  public static final ObjectCodec<AddAuthorityKey> CODEC =
      ObjectCodec.of(
          members -> new AddAuthorityKey(members.get(AUTHORITY), members.get(KEY)), AUTHORITY, KEY);

  @Override
  public Operation operation() {
    return Operation.ADD_AUTHORITY_KEY;
  }
}
