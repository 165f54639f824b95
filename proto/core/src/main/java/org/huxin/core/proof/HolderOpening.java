// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.proof;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.reference.Opening;

/**
 * The opening of one of a record's holder commitments.
 *
 * @param index which of the record's holders, from 0
 * @param opening who, and the salt
 */
public record HolderOpening(int index, Opening opening) {
  private static final int MAX_INDEX = 15;

  private static final Field<HolderOpening, Integer> INDEX =
      Field.required("index", Codecs.count(0, MAX_INDEX), HolderOpening::index);
  private static final Field<HolderOpening, Opening> OPENING =
      Field.required("opening", Opening.CODEC, HolderOpening::opening);

  /** The JSON form. */
  public static final ObjectCodec<HolderOpening> CODEC =
      ObjectCodec.of(
          members -> new HolderOpening(members.get(INDEX), members.get(OPENING)), INDEX, OPENING);

  /**
   * An opening.
   *
   * @throws IllegalArgumentException if the index is out of range
   */
  public HolderOpening {
    if (index < 0 || index > MAX_INDEX) {
      throw new IllegalArgumentException("an index from 0 to " + MAX_INDEX);
    }
  }
}
