// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.reference.BlindedRef;
import org.huxin.core.reference.LicenceRef;
import org.huxin.crypto.bytes.Bytes;

/**
 * Which licence a blinded reference of a grant means.
 *
 * @param licence the licence
 * @param salt the salt of its reference
 */
public record ReferenceOpening(LicenceRef licence, Bytes salt) {
  private static final Field<ReferenceOpening, LicenceRef> LICENCE =
      required("licence", LicenceRef.CODEC, ReferenceOpening::licence);
  private static final Field<ReferenceOpening, Bytes> SALT =
      required("salt", Codecs.bytes(16), ReferenceOpening::salt);

  /** The JSON form. */
  public static final ObjectCodec<ReferenceOpening> CODEC =
      ObjectCodec.of(
          members -> new ReferenceOpening(members.get(LICENCE), members.get(SALT)), LICENCE, SALT);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the salt does not have sixteen bytes
   */
  public ReferenceOpening {
    if (salt.length() != 16) {
      throw new IllegalArgumentException("a salt has 16 bytes");
    }
  }

  /** The reference that this opens. */
  public BlindedRef blinded() {
    return licence.blinded(salt);
  }
}
