// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.proofstore;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.proof.HolderOpening;
import org.huxin.core.record.AttributeSet;

/**
 * What opens a record: values and salts. Personal data; its text form shows none. Its salts follow
 * from a seed that is not kept, so whoever deletes it has deleted all that opens the record.
 *
 * @param attributes all attributes, shown
 * @param openings of all holders; unmodifiable
 */
public record Disclosure(AttributeSet attributes, List<HolderOpening> openings) {
  private static final int MAX_OPENINGS = 16;

  private static final Field<Disclosure, AttributeSet> ATTRIBUTES =
      required("attributes", AttributeSet.CODEC, Disclosure::attributes);
  private static final Field<Disclosure, List<HolderOpening>> OPENINGS =
      required(
          "openings", ListCodec.set(HolderOpening.CODEC, 0, MAX_OPENINGS), Disclosure::openings);

  /** The JSON form in the store. */
  static final ObjectCodec<Disclosure> CODEC =
      ObjectCodec.of(
          members -> new Disclosure(members.get(ATTRIBUTES), members.get(OPENINGS)),
          ATTRIBUTES,
          OPENINGS);

  /** A copy of the given list. */
  public Disclosure {
    openings = List.copyOf(openings);
  }

  /** How much it opens, not what. */
  @Override
  public String toString() {
    return attributes.slots().size() + " attributes, " + openings.size() + " holders";
  }
}
