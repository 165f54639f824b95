// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.note;

import java.util.Map;
import org.huxin.crypto.refusal.RefusedException;

/** Bytes are no note, or a note is not signed by a key. */
public final class NoteRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public NoteRefusedException(NoteRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static NoteRefusedException of(NoteRefusal code) {
    return new NoteRefusedException(code, Map.of());
  }

  static NoteRefusedException atLine(NoteRefusal code, int line) {
    return new NoteRefusedException(code, Map.of("line", Integer.toString(line)));
  }

  static NoteRefusedException limit(NoteRefusal code, String what, int found, int limit) {
    return new NoteRefusedException(
        code, Map.of(what, Integer.toString(found), "limit", Integer.toString(limit)));
  }

  @Override
  public NoteRefusal code() {
    return (NoteRefusal) super.code();
  }
}
