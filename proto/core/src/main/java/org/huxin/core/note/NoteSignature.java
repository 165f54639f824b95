// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.note;

import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;

/**
 * A signature line of a note.
 *
 * @param name of the key that signed
 * @param keyId its four bytes
 * @param value what it signed with: as its type says
 */
public record NoteSignature(String name, Bytes keyId, Bytes value) {
  private static final String DASH = "\u2014 ";

  /**
   * A line.
   *
   * @throws NoteRefusedException if the name is none
   * @throws IllegalArgumentException if the id has another length, or the value is empty
   */
  public NoteSignature {
    NoteKey.requireName(name);
    if (keyId.length() != NoteKey.ID_LENGTH || value.isEmpty()) {
      throw new IllegalArgumentException("a key id of four bytes, and a signature");
    }
  }

  /** Reads a line without its newline; empty if it is none. */
  static Optional<NoteSignature> parse(String line) {
    if (!line.startsWith(DASH)) {
      return Optional.empty();
    }
    int space = line.indexOf(' ', DASH.length());
    if (space < 0) {
      return Optional.empty();
    }
    String name = line.substring(DASH.length(), space);
    return StandardBase64.decode(line.substring(space + 1))
        .filter(bytes -> bytes.length() > NoteKey.ID_LENGTH)
        .map(
            bytes ->
                new NoteSignature(
                    name,
                    bytes.slice(0, NoteKey.ID_LENGTH),
                    bytes.slice(NoteKey.ID_LENGTH, bytes.length())));
  }

  /** The line with its newline. */
  String line() {
    return DASH + name + " " + StandardBase64.encode(Bytes.concat(keyId, value)) + "\n";
  }

  /** Whether it claims to be that key's. */
  public boolean isOf(NoteKey key) {
    return name.equals(key.name()) && keyId.equals(key.id());
  }
}
