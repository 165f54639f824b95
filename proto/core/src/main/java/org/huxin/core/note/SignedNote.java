// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.note;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.signature.Signature;
import org.huxin.crypto.signature.SignatureRefusedException;
import org.huxin.crypto.signature.SignatureSuite;
import org.huxin.crypto.signature.Signer;

/**
 * A text with signatures: C2SP signed-note (proto/spec/checkpoint-note.md). Until a trusted key's
 * signature is verified the text is nobody's.
 *
 * @param text not empty; ends with a newline
 * @param signatures at least one; unmodifiable
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** The largest note: a checkpoint with {@link #MAX_SIGNATURES} cosignatures has some 7 KiB. */
  public static final int MAX_BYTES = 8_192;

  /** The most signatures: every city of a league, and C2SP asks for 16 at least. */
  public static final int MAX_SIGNATURES = 32;

  private static final int FIRST_PRINTABLE = 0x20;

  /**
   * A note.
   *
   * @throws NoteRefusedException if the text has no form of a note's text, or there is no
   *     signature, too many, or two of one key
   */
  public SignedNote {
    signatures = List.copyOf(signatures);
    requireText(text);
    if (signatures.isEmpty()) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_FORM);
    }
    if (signatures.size() > MAX_SIGNATURES) {
      throw NoteRefusedException.limit(
          NoteRefusal.NOTE_TOO_MANY_SIGNATURES, "signatures", signatures.size(), MAX_SIGNATURES);
    }
    Set<Object> keys = new HashSet<>();
    for (int i = 0; i < signatures.size(); i++) {
      NoteSignature each = signatures.get(i);
      if (!keys.add(List.of(each.name(), each.keyId()))) {
        throw NoteRefusedException.atLine(NoteRefusal.NOTE_SIGNATURE_REPEATED, i + 1);
      }
    }
  }

  private static void requireText(String text) {
    if (text.chars().anyMatch(c -> c < FIRST_PRINTABLE && c != '\n')) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_CHARACTERS);
    }
    if (!text.endsWith("\n")) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_FORM);
    }
  }

  /**
   * Reads a note, all of it.
   *
   * @throws NoteRefusedException if it is none within the limits
   */
  public static SignedNote parse(Bytes note) {
    if (note.length() > MAX_BYTES) {
      throw NoteRefusedException.limit(
          NoteRefusal.NOTE_TOO_LARGE, "size", note.length(), MAX_BYTES);
    }
    String all;
    try {
      all = note.decodeUtf8();
    } catch (CharacterCodingException e) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_CHARACTERS);
    }
    int blank = all.lastIndexOf("\n\n");
    if (blank < 0 || !all.endsWith("\n") || blank + 2 == all.length()) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_FORM);
    }
    String[] lines = all.substring(blank + 2, all.length() - 1).split("\n", -1);
    if (lines.length > MAX_SIGNATURES) {
      throw NoteRefusedException.limit(
          NoteRefusal.NOTE_TOO_MANY_SIGNATURES, "signatures", lines.length, MAX_SIGNATURES);
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      int line = i + 1;
      signatures.add(
          NoteSignature.parse(lines[i])
              .orElseThrow(
                  () -> NoteRefusedException.atLine(NoteRefusal.NOTE_SIGNATURE_LINE, line)));
    }
    return new SignedNote(all.substring(0, blank + 1), signatures);
  }

  /**
   * A note that a key signs.
   *
   * @param name of the key
   * @throws NoteRefusedException if the text has no form of a note's text
   * @throws org.huxin.crypto.signature.SigningFailedException if the signer cannot sign
   */
  public static SignedNote sign(String text, String name, Signer signer) {
    requireText(text);
    NoteKey key = new NoteKey(name, NoteKeyType.TEXT, signer.publicKey());
    Bytes value = signer.sign(Bytes.utf8(text)).value();
    return new SignedNote(text, List.of(new NoteSignature(name, key.id(), value)));
  }

  /**
   * The note with one more signature.
   *
   * @throws NoteRefusedException if that key has signed, or there are too many
   */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.add(signature);
    return new SignedNote(text, all);
  }

  /** The bytes of the note. */
  public Bytes toBytes() {
    StringBuilder all = new StringBuilder(text).append('\n');
    signatures.forEach(each -> all.append(each.line()));
    return Bytes.utf8(all.toString());
  }

  /** The signature that claims to be a key's. */
  public Optional<NoteSignature> signature(NoteKey key) {
    return signatures.stream().filter(each -> each.isOf(key)).findFirst();
  }

  /**
   * The text, if a key signed it.
   *
   * @throws NoteRefusedException if the key did not
   * @throws IllegalArgumentException if it is no key for texts
   */
  public String verify(NoteKey key) {
    if (key.type() != NoteKeyType.TEXT) {
      throw new IllegalArgumentException("a key that signs texts");
    }
    NoteSignature signature =
        signature(key)
            .orElseThrow(() -> NoteRefusedException.of(NoteRefusal.NOTE_NOT_SIGNED_BY_KEY));
    verify(key, Bytes.utf8(text), signature.value());
    return text;
  }

  /**
   * Checks an Ed25519 signature that stands in a note; returns if it is the key's.
   *
   * @throws NoteRefusedException if it is not
   */
  public static void verify(NoteKey key, Bytes message, Bytes signature) {
    if (signature.length() != Signature.LENGTH) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_SIGNATURE_LENGTH);
    }
    try {
      key.key().verify(message, new Signature(SignatureSuite.ED25519, signature));
    } catch (SignatureRefusedException e) {
      throw NoteRefusedException.of(NoteRefusal.NOTE_SIGNATURE_INVALID);
    }
  }
}
