// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.holder;

import static org.huxin.core.codec.Field.required;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.Uscc;
import org.huxin.core.reference.LicenceRef;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;

/**
 * What a holder finds in the trail of a use: sealed so that nobody else can join two uses.
 *
 * @param licence which licence was used
 * @param salt the salt of its reference
 * @param item in which service
 * @param consumer by whom
 */
public record TrailEntry(LicenceRef licence, Bytes salt, ServiceItemCode item, Uscc consumer) {
  private static final Field<TrailEntry, LicenceRef> LICENCE =
      required("licence", LicenceRef.CODEC, TrailEntry::licence);
  private static final Field<TrailEntry, Bytes> SALT =
      required("salt", Codecs.bytes(16), TrailEntry::salt);
  private static final Field<TrailEntry, ServiceItemCode> ITEM =
      required("item", Terms.SERVICE_ITEM, TrailEntry::item);
  private static final Field<TrailEntry, Uscc> CONSUMER =
      required("consumer", Terms.USCC, TrailEntry::consumer);

  /** The JSON form. */
  public static final ObjectCodec<TrailEntry> CODEC =
      ObjectCodec.of(
          members ->
              new TrailEntry(
                  members.get(LICENCE),
                  members.get(SALT),
                  members.get(ITEM),
                  members.get(CONSUMER)),
          LICENCE,
          SALT,
          ITEM,
          CONSUMER);

  /**
   * Of the given parts.
   *
   * @throws IllegalArgumentException if the salt does not have sixteen bytes
   */
  public TrailEntry {
    if (salt.length() != 16) {
      throw new IllegalArgumentException("a salt has 16 bytes");
    }
  }
}
