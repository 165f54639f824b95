// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.note;

import java.util.Optional;

/** What a key signs of a note. */
public enum NoteKeyType {
  /** The text: C2SP signed-note, type 0x01. */
  TEXT((byte) 1),
  /** A time and the text of a checkpoint: C2SP tlog-cosignature, type 0x04. */
  COSIGNATURE((byte) 4);

  private final byte identifier;

  NoteKeyType(byte identifier) {
    this.identifier = identifier;
  }

  /** The byte that stands for it in keys and key ids. */
  public byte identifier() {
    return identifier;
  }

  static Optional<NoteKeyType> of(byte identifier) {
    for (NoteKeyType type : values()) {
      if (type.identifier == identifier) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
