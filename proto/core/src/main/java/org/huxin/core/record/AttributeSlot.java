// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.record;

import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.codec.TaggedCodec;
import org.huxin.core.merkle.MerkleTree;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.digest.DigestAlgorithm;

/** An attribute's place in a proof: shown, or only its hash. */
public sealed interface AttributeSlot {

  /** The JSON form: told apart by the member {@code kind}. */
  TaggedCodec<AttributeSlot> CODEC =
      TaggedCodec.<AttributeSlot>by("kind")
          .with("shown", Shown.class, Shown.CODEC)
          .with("hidden", Hidden.class, Hidden.CODEC)
          .build();

  /** The hash of its leaf. */
  Digest leafHash(DigestAlgorithm algorithm);

  /**
   * An attribute that is shown.
   *
   * @param attribute with its salt
   */
  record Shown(Attribute attribute) implements AttributeSlot {
    private static final Field<Shown, Attribute> ATTRIBUTE =
        Field.required("attribute", Attribute.CODEC, Shown::attribute);
    private static final ObjectCodec<Shown> CODEC =
        ObjectCodec.of(members -> new Shown(members.get(ATTRIBUTE)), ATTRIBUTE);

    @Override
    public Digest leafHash(DigestAlgorithm algorithm) {
      return MerkleTree.leafHash(algorithm, attribute.leafData());
    }
  }

  /**
   * An attribute that is not shown.
   *
   * @param hash of its leaf
   */
  record Hidden(Digest hash) implements AttributeSlot {
    private static final Field<Hidden, Digest> HASH =
        Field.required("hash", Codecs.DIGEST, Hidden::hash);
    private static final ObjectCodec<Hidden> CODEC =
        ObjectCodec.of(members -> new Hidden(members.get(HASH)), HASH);

    @Override
    public Digest leafHash(DigestAlgorithm algorithm) {
      return hash;
    }
  }
}
