// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.huxin.core.note.NoteKey;
import org.huxin.core.note.NoteKeyType;
import org.huxin.core.note.NoteRefusal;
import org.huxin.core.note.NoteRefusedException;
import org.huxin.core.note.NoteSignature;
import org.huxin.core.note.SignedNote;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.Signer;

/**
 * A node's word that, as of a time, it had derived what a checkpoint says: C2SP tlog-cosignature
 * with Ed25519 (proto/spec/checkpoint-note.md).
 *
 * @param by whose
 * @param time when, in whole seconds
 */
public record Cosignature(LogOrigin by, Instant time) {
  /** The last second that the protocol's times have: the end of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  /**
   * Cosigns a checkpoint's text.
   *
   * @param by the origin of the log of the node that cosigns
   * @throws org.huxin.crypto.signature.SigningFailedException if the signer cannot sign
   */
  static NoteSignature sign(String text, LogOrigin by, Signer signer, Instant time) {
    NoteKey key = by.cosigningKey(signer.publicKey());
    long seconds = time.getEpochSecond();
    Bytes value = signer.sign(message(text, seconds)).value();
    Bytes stamp = Bytes.of(ByteBuffer.allocate(Long.BYTES).putLong(seconds).flip());
    return new NoteSignature(key.name(), key.id(), Bytes.concat(stamp, value));
  }

  /**
   * The time of a cosignature, if it is the key's of the text.
   *
   * @throws NoteRefusedException if it is not
   */
  public static Instant verify(String text, NoteKey key, NoteSignature signature) {
    if (key.type() != NoteKeyType.COSIGNATURE || !signature.isOf(key)) {
      throw new IllegalArgumentException("a key that cosigns, and its signature");
    }
    Bytes value = signature.value();
    if (value.length() != Long.BYTES + Signature.LENGTH) {
      throw new NoteRefusedException(NoteRefusal.NOTE_SIGNATURE_LENGTH, java.util.Map.of());
    }
    long seconds = value.asByteBuffer().getLong();
    if (seconds < 0 || seconds > LAST_SECOND) {
      throw new NoteRefusedException(NoteRefusal.NOTE_SIGNATURE_INVALID, java.util.Map.of());
    }
    SignedNote.verify(key, message(text, seconds), value.slice(Long.BYTES, value.length()));
    return Instant.ofEpochSecond(seconds);
  }

  private static Bytes message(String text, long seconds) {
    return Bytes.utf8("cosignature/v1\ntime " + seconds + "\n" + text);
  }
}
