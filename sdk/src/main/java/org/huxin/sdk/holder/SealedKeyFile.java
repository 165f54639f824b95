// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.holder;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.json.JsonObject;
import org.huxin.core.json.JsonValue;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.password.PasswordSealed;

/** The JSON form of a key file that a password protects. */
final class SealedKeyFile {
  private static final int MAX_SEALED = 1 << 15;

  private static final Field<PasswordSealed, Integer> ITERATIONS =
      required(
          "iterations",
          Codecs.count(PasswordSealed.MIN_ITERATIONS, PasswordSealed.MAX_ITERATIONS),
          PasswordSealed::iterations);
  private static final Field<PasswordSealed, Bytes> SALT =
      required("salt", Codecs.bytes(PasswordSealed.SALT_LENGTH), PasswordSealed::salt);
  private static final Field<PasswordSealed, Bytes> SEALED =
      required("sealed", Codecs.bytesUpTo(MAX_SEALED), PasswordSealed::ciphertext);

  static final ObjectCodec<PasswordSealed> CODEC =
      ObjectCodec.of(
          members ->
              new PasswordSealed(members.get(ITERATIONS), members.get(SALT), members.get(SEALED)),
          ITERATIONS,
          SALT,
          SEALED);

  private SealedKeyFile() {}

  static boolean isSealed(JsonValue file) {
    return file instanceof JsonObject object && object.members().containsKey(SEALED.name());
  }
}
