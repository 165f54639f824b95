// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.authority;

import static org.huxin.core.codec.Field.required;

import java.time.Instant;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.jws.Jws;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * A key, with the proof that its owner has it.
 *
 * @param number which of the keys
 * @param use what for
 * @param key the public key
 * @param notBefore from when on
 * @param notAfter until when, exclusive
 * @param possession a JWS of kind huxin-key-possession by the key itself
 */
public record KeyRegistration(
    int number, KeyUse use, VerifyingKey key, Instant notBefore, Instant notAfter, Jws possession) {
  private static final Field<KeyRegistration, Integer> NUMBER =
      required("number", Codecs.count(1, 99_999), KeyRegistration::number);
  private static final Field<KeyRegistration, KeyUse> USE =
      required("use", Codecs.enumeration(KeyUse.class), KeyRegistration::use);
  private static final Field<KeyRegistration, VerifyingKey> KEY =
      required("key", Terms.PUBLIC_KEY, KeyRegistration::key);
  private static final Field<KeyRegistration, Instant> NOT_BEFORE =
      required("notBefore", Codecs.SECONDS, KeyRegistration::notBefore);
  private static final Field<KeyRegistration, Instant> NOT_AFTER =
      required("notAfter", Codecs.SECONDS, KeyRegistration::notAfter);
  private static final Field<KeyRegistration, Jws> POSSESSION =
      required("possession", Terms.JWS, KeyRegistration::possession);

  /** The JSON form. */
  public static final ObjectCodec<KeyRegistration> CODEC =
      ObjectCodec.of(
          members ->
              new KeyRegistration(
                  members.get(NUMBER),
                  members.get(USE),
                  members.get(KEY),
                  members.get(NOT_BEFORE),
                  members.get(NOT_AFTER),
                  members.get(POSSESSION)),
          NUMBER,
          USE,
          KEY,
          NOT_BEFORE,
          NOT_AFTER,
          POSSESSION);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the members do not go together
   */
  public KeyRegistration {
    if (!notAfter.isAfter(notBefore)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
    if (use == KeyUse.NOTE && key.suite() != SignatureSuite.ED25519) {
      throw new IllegalArgumentException("a note key is an Ed25519 key");
    }
  }
}
