// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.note;

import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.DigestAlgorithm;
import org.huxin.crypto.signature.KeyRefusedException;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.VerifyingKey;

/**
 * A key that signs notes, under its name.
 *
 * @param name of the key: not empty, without spaces and plus
 * @param type what it signs
 * @param key an Ed25519 key
 */
public record NoteKey(String name, NoteKeyType type, VerifyingKey key) {
  /** The longest name, in characters: C2SP gives a cosigner's name one byte of length. */
  public static final int MAX_NAME = 255;

  /** The number of bytes of a key id. */
  public static final int ID_LENGTH = 4;

  private static final int POINT_LENGTH = 32;
  private static final char NEXT_LINE = '\u0085';

  /**
   * A key.
   *
   * @throws NoteRefusedException if the name is none
   * @throws IllegalArgumentException if the key is of another suite
   */
  public NoteKey {
    requireName(name);
    if (key.suite() != SignatureSuite.ED25519) {
      throw new IllegalArgumentException("an Ed25519 key signs notes");
    }
  }

  static void requireName(String name) {
    boolean clean =
        name.codePoints()
            .noneMatch(
                c ->
                    c == '+'
                        || c == NEXT_LINE
                        || Character.isISOControl(c)
                        || Character.isSpaceChar(c)
                        || Character.isWhitespace(c));
    if (name.isEmpty() || name.length() > MAX_NAME || !clean) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_KEY_NAME);
    }
  }

  /**
   * Reads a verifier key: {@code name+id+base64}.
   *
   * @throws NoteRefusedException if it is none, of an unknown type, or the id is that of another
   */
  public static NoteKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_KEY_FORM);
    }
    requireName(parts[0]);
    Bytes encoded =
        StandardBase64.decode(parts[2])
            .filter(bytes -> bytes.length() == 1 + POINT_LENGTH)
            .orElseThrow(() -> NoteRefusedException.of(NoteRefusal.NOTE_KEY_FORM));
    Optional<NoteKeyType> type = NoteKeyType.of(encoded.at(0));
    if (type.isEmpty()) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_KEY_FORM);
    }
    NoteKey key;
    try {
      key =
          new NoteKey(
              parts[0],
              type.get(),
              VerifyingKey.ofPoint(SignatureSuite.ED25519, encoded.slice(1, encoded.length())));
    } catch (KeyRefusedException e) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_KEY_FORM);
    }
    if (!key.id().hex().equals(parts[1])) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_KEY_ID);
    }
    return key;
  }

  /** The verifier key's text. */
  public String text() {
    return name + "+" + id().hex() + "+" + StandardBase64.encode(encoded());
  }

  /** The four bytes by which a signature names the key: the first of SHA-256 of name and key. */
  public Bytes id() {
    return DigestAlgorithm.SHA_256
        .digest(Bytes.concat(Bytes.utf8(name + "\n"), encoded()))
        .value()
        .slice(0, ID_LENGTH);
  }

  private Bytes encoded() {
    return Bytes.concat(Bytes.of(type.identifier()), key.point());
  }

  @Override
  public String toString() {
    return text();
  }
}
