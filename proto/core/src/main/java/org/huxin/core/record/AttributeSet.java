// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.merkle.MerkleTree;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/**
 * All attributes of a licence, each shown or hidden: a proof of any subset in one object
 * (proto/spec/record.md).
 *
 * @param slots in the order of the names; unmodifiable
 */
public record AttributeSet(List<AttributeSlot> slots) {
  /** As many as a licence type can define. */
  public static final int MAX_SLOTS = 64;

  /** The JSON form. */
  public static final Codec<AttributeSet> CODEC =
      Codecs.map(
          ListCodec.list(AttributeSlot.CODEC, 1, MAX_SLOTS),
          "shown attributes in ascending order of their names",
          AttributeSet::new,
          AttributeSet::slots);

  /**
   * A set.
   *
   * @throws IllegalArgumentException if there is none, too many, or those shown are not in
   *     ascending order of their names
   */
  public AttributeSet {
    slots = List.copyOf(slots);
    if (slots.isEmpty() || slots.size() > MAX_SLOTS) {
      throw new IllegalArgumentException("from 1 to " + MAX_SLOTS + " attributes");
    }
    List<FieldName> names = names(slots);
    for (int i = 1; i < names.size(); i++) {
      if (names.get(i - 1).compareTo(names.get(i)) >= 0) {
        throw new IllegalArgumentException("attributes in ascending order of their names");
      }
    }
  }

  /**
   * All attributes, all shown, put in order.
   *
   * @throws IllegalArgumentException if there is none, too many, or a name stands twice
   */
  public static AttributeSet of(Collection<Attribute> attributes) {
    return new AttributeSet(
        attributes.stream()
            .sorted(java.util.Comparator.comparing(Attribute::name))
            .<AttributeSlot>map(AttributeSlot.Shown::new)
            .toList());
  }

  private static List<FieldName> names(List<AttributeSlot> slots) {
    return slots.stream()
        .filter(AttributeSlot.Shown.class::isInstance)
        .map(slot -> ((AttributeSlot.Shown) slot).attribute().name())
        .toList();
  }

  /** The root that the record holds. */
  public Digest root(DigestAlgorithm algorithm) {
    return MerkleTree.ofLeafHashes(
            algorithm, slots.stream().map(slot -> slot.leafHash(algorithm)).toList())
        .root();
  }

  /** The value of an attribute, or empty if it is hidden or there is none of that name. */
  public Optional<String> value(FieldName name) {
    return shown().stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(Attribute::value)
        .findFirst();
  }

  /** The attributes that are shown. */
  public List<Attribute> shown() {
    return slots.stream()
        .filter(AttributeSlot.Shown.class::isInstance)
        .map(slot -> ((AttributeSlot.Shown) slot).attribute())
        .toList();
  }

  /**
   * The same attributes with only those of the given names shown, as far as they are shown here.
   */
  public AttributeSet redacted(DigestAlgorithm algorithm, Set<FieldName> names) {
    return new AttributeSet(
        slots.stream()
            .map(
                slot ->
                    slot instanceof AttributeSlot.Shown shown
                            && !names.contains(shown.attribute().name())
                        ? new AttributeSlot.Hidden(slot.leafHash(algorithm))
                        : slot)
            .toList());
  }
}
