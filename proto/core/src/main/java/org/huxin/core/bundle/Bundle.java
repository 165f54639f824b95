// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import static org.huxin.core.codec.Field.required;

import java.util.List;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.log.SignedCheckpoint;
import org.huxin.core.proof.ProofFile;
import org.huxin.crypto.bytes.Bytes;

/**
 * A proof file with what the ledger holds about it (proto/spec/bundle.md). What is read is well
 * formed; whether it holds, {@link BundleVerification} tells. Holds personal data as far as its
 * proof file does.
 *
 * @param proof the proof file
 * @param checkpoint with the cosignatures of cities
 * @param state what the ledger holds, proven against the checkpoint, in the order of the keys;
 *     unmodifiable
 * @param keyChanges since keys may have been pinned, the oldest first; unmodifiable
 */
public record Bundle(
    ProofFile proof,
    SignedCheckpoint checkpoint,
    List<StateProof> state,
    List<KeyChange> keyChanges) {
  /** The ending of such files. */
  public static final String EXTENSION = ".huxin-bundle.json";

  private static final String FORMAT_1 = "huxin-bundle/1";

  /** A change a year of each of a league's cities. */
  private static final int MAX_CHANGES = 64;

  private static final Codec<String> FORMAT_TEXT =
      Codecs.text(
          FORMAT_1,
          32,
          text -> {
            if (!text.equals(FORMAT_1)) {
              throw new IllegalArgumentException("another format");
            }
            return text;
          },
          text -> text);

  private static final Field<Bundle, String> FORMAT =
      required("format", FORMAT_TEXT, bundle -> FORMAT_1);
  private static final Field<Bundle, ProofFile> PROOF =
      required("proof", ProofFile.CODEC, Bundle::proof);
  private static final Field<Bundle, SignedCheckpoint> CHECKPOINT =
      required("checkpoint", KeyChange.NOTE, Bundle::checkpoint);
  private static final Field<Bundle, List<StateProof>> STATE =
      required("state", StateProof.LIST, Bundle::state);
  private static final Field<Bundle, List<KeyChange>> KEY_CHANGES =
      required("keyChanges", ListCodec.list(KeyChange.CODEC, 0, MAX_CHANGES), Bundle::keyChanges);

  /** The JSON form. */
  public static final ObjectCodec<Bundle> CODEC =
      ObjectCodec.of(
          members -> {
            String unused = members.get(FORMAT);
            return new Bundle(
                members.get(PROOF),
                members.get(CHECKPOINT),
                members.get(STATE),
                members.get(KEY_CHANGES));
          },
          FORMAT,
          PROOF,
          CHECKPOINT,
          STATE,
          KEY_CHANGES);

  /**
   * A bundle.
   *
   * @throws IllegalArgumentException if a key is there twice, or not in its place
   */
  public Bundle {
    state = StateProof.inOrder(state);
    keyChanges = List.copyOf(keyChanges);
  }

  /**
   * Reads a file.
   *
   * @throws org.huxin.core.json.JsonRefusedException if it is not canonical JSON within the limits
   * @throws org.huxin.core.codec.DecodeRefusedException if it is no bundle
   */
  public static Bundle read(Bytes file) {
    return CODEC.fromBytes(file, JsonLimits.FILE);
  }

  /** The bytes of the file. */
  public Bytes write() {
    return CODEC.toBytes(this);
  }

  /** The proof and the checkpoint's position; nothing that the proof discloses. */
  @Override
  public String toString() {
    return "bundle of " + proof + " at block " + checkpoint.checkpoint().state().block();
  }
}
