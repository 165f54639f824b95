// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.statemap.MapProof;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;

/**
 * What the ledger holds under a key, or that it holds nothing, with its proof.
 *
 * @param key the key
 * @param value as it is stored; empty if the key is proven absent
 * @param proof against the root of a state map
 */
public record StateProof(StateKey key, Optional<Bytes> value, MapProof proof) {
  /** What a verdict of one licence asks, and many times more: an hour's agreements and segments. */
  private static final int MAX_PROOFS = 512;

  private static final Field<StateProof, StateKey> KEY =
      required("key", StateKey.CODEC, StateProof::key);
  private static final Field<StateProof, Optional<Bytes>> VALUE =
      optional("value", Codecs.bytesUpTo(JsonLimits.STATEMENT.maxBytes()), StateProof::value);
  private static final Field<StateProof, MapProof> PROOF =
      required("proof", MapProof.CODEC, StateProof::proof);

  /** The JSON form. */
  public static final ObjectCodec<StateProof> CODEC =
      ObjectCodec.of(
          members -> new StateProof(members.get(KEY), members.get(VALUE), members.get(PROOF)),
          KEY,
          VALUE,
          PROOF);

  /** The JSON form of several. */
  static final ListCodec<StateProof> LIST = ListCodec.list(CODEC, 1, MAX_PROOFS);

  /**
   * Copies a list whose keys stand in their order, each once.
   *
   * @throws IllegalArgumentException if they do not
   */
  static List<StateProof> inOrder(List<StateProof> proofs) {
    List<StateProof> copy = new ArrayList<>();
    for (StateProof each : proofs) {
      if (!copy.isEmpty() && copy.get(copy.size() - 1).key().compareTo(each.key()) >= 0) {
        throw new IllegalArgumentException("each key once, in their order");
      }
      copy.add(each);
    }
    return List.copyOf(copy);
  }

  /**
   * Checks the proof; returns if it holds.
   *
   * @throws org.huxin.core.statemap.MapRefusedException if it does not
   */
  public void verify(Digest root) {
    if (value.isPresent()) {
      proof.verifyPresent(key.stored(), value.get(), root);
    } else {
      proof.verifyAbsent(key.stored(), root);
    }
  }
}
