// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.note;

import org.huxin.crypto.refusal.RefusalCode;

/** Why bytes are no note, or a note is not that of a key (proto/spec/checkpoint-note.md). */
public enum NoteRefusal implements RefusalCode {
  /** More bytes than the limit. Evidence: {@code size}, {@code limit}. */
  NOTE_TOO_LARGE,
  /** Not UTF-8, or a control character other than the newline. */
  NOTE_CHARACTERS,
  /** No text, blank line and signature lines that each end with a newline. */
  NOTE_FORM,
  /** A signature line is not dash, key name and canonical base64. Evidence: {@code line}. */
  NOTE_SIGNATURE_LINE,
  /** More signatures than the limit. Evidence: {@code signatures}, {@code limit}. */
  NOTE_TOO_MANY_SIGNATURES,
  /** Two signatures of the same key name and key id. Evidence: {@code line}. */
  NOTE_SIGNATURE_REPEATED,
  /** A key name that is empty, too long, or has spaces or a plus. */
  NOTE_KEY_NAME,
  /** A verifier key that is not name, id and key, or of another type. */
  NOTE_KEY_FORM,
  /** A verifier key whose id is not that of name and key. */
  NOTE_KEY_ID,
  /** No signature of that key. */
  NOTE_NOT_SIGNED_BY_KEY,
  /** A signature under the key's name and id that is not that key's. */
  NOTE_SIGNATURE_INVALID,
  /** A signature of another length than its type has. */
  NOTE_SIGNATURE_LENGTH
}
