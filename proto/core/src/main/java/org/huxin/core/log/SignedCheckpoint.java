// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.time.Instant;
import java.util.Map;
import org.huxin.core.note.NoteRefusedException;
import org.huxin.core.note.SignedNote;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signer;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * A checkpoint as it travels: the note with its signatures. What is read is well formed; whose it
 * is, {@link #verify} and {@link TrustedCities#agree} tell.
 *
 * @param checkpoint what the note's text says
 * @param note the note
 */
public record SignedCheckpoint(LogCheckpoint checkpoint, SignedNote note) {
  /**
   * A checkpoint.
   *
   * @throws IllegalArgumentException if the note's text is another
   */
  public SignedCheckpoint {
    if (!note.text().equals(checkpoint.text())) {
      throw new IllegalArgumentException("the note of that checkpoint");
    }
  }

  /**
   * Reads a note.
   *
   * @throws LogRefusedException if it is no note, or its text no checkpoint
   */
  public static SignedCheckpoint parse(Bytes bytes) {
    SignedNote note;
    try {
      note = SignedNote.parse(bytes);
    } catch (NoteRefusedException e) {
      throw new LogRefusedException(LogRefusal.CHECKPOINT_NOTE, Map.of("code", e.code().name()));
    }
    return new SignedCheckpoint(LogCheckpoint.parse(note.text()), note);
  }

  /**
   * A checkpoint that the node of its city signs.
   *
   * @throws org.huxin.crypto.signature.SigningFailedException if the signer cannot sign
   */
  public static SignedCheckpoint sign(LogCheckpoint checkpoint, Signer signer) {
    return new SignedCheckpoint(
        checkpoint, SignedNote.sign(checkpoint.text(), checkpoint.origin().text(), signer));
  }

  /**
   * The checkpoint with a cosignature. Whether a node may give it, {@link CosigningRule} tells.
   *
   * @param by the origin of the cosigning node's own log
   * @throws NoteRefusedException if that key has cosigned, or there are too many signatures
   * @throws org.huxin.crypto.signature.SigningFailedException if the signer cannot sign
   */
  public SignedCheckpoint cosign(LogOrigin by, Signer signer, Instant time) {
    return new SignedCheckpoint(
        checkpoint, note.with(Cosignature.sign(note.text(), by, signer, time)));
  }

  /**
   * The checkpoint, if a key of its city signed it.
   *
   * @throws LogRefusedException if none did
   */
  public LogCheckpoint verify(Iterable<VerifyingKey> keys) {
    NoteRefusedException last = null;
    for (VerifyingKey key : keys) {
      try {
        String unused = note.verify(checkpoint.origin().signingKey(key));
        return checkpoint;
      } catch (NoteRefusedException e) {
        last = e;
      }
    }
    if (last == null) {
      throw new LogRefusedException(
          LogRefusal.CITY_NOT_TRUSTED, Map.of("city", checkpoint.origin().city().text()));
    }
    throw LogRefusedException.because(
        LogRefusal.CHECKPOINT_NOT_SIGNED, checkpoint.origin().city(), last);
  }

  /** The bytes of the note. */
  public Bytes toBytes() {
    return note.toBytes();
  }
}
