// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.log.SignedCheckpoint;
import org.huxin.core.note.SignedNote;

/**
 * That nodes have other note keys than a verifier has pinned: the nodes' entries on the ledger,
 * proven against a checkpoint that enough cities cosigned with the keys that were good before.
 *
 * @param checkpoint cosigned with the keys before
 * @param nodes the entries of the nodes whose keys changed, in the order of their keys;
 *     unmodifiable
 */
public record KeyChange(SignedCheckpoint checkpoint, List<StateProof> nodes) {
  /** A note in a file. */
  static final Codec<SignedCheckpoint> NOTE =
      Codecs.map(
          Codecs.bytesUpTo(SignedNote.MAX_BYTES),
          "checkpoint",
          SignedCheckpoint::parse,
          SignedCheckpoint::toBytes);

  private static final Field<KeyChange, SignedCheckpoint> CHECKPOINT =
      required("checkpoint", NOTE, KeyChange::checkpoint);
  private static final Field<KeyChange, List<StateProof>> NODES =
      required("nodes", StateProof.LIST, KeyChange::nodes);

  /** The JSON form. */
  public static final ObjectCodec<KeyChange> CODEC =
      ObjectCodec.of(
          members -> new KeyChange(members.get(CHECKPOINT), members.get(NODES)), CHECKPOINT, NODES);

  /**
   * A change.
   *
   * @throws IllegalArgumentException if the entries do not stand in the order of their keys
   */
  public KeyChange {
    nodes = StateProof.inOrder(nodes);
  }
}
