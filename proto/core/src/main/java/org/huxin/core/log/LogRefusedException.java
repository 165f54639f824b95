// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.log;

import java.util.Map;
import org.huxin.core.id.DivisionCode;
import org.huxin.crypto.refusal.RefusedException;

/** A checkpoint does not count, or the log cannot be read. */
public final class LogRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public LogRefusedException(LogRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static LogRefusedException of(LogRefusal code) {
    return new LogRefusedException(code, Map.of());
  }

  static LogRefusedException atLine(int line) {
    return new LogRefusedException(
        LogRefusal.CHECKPOINT_LINE, Map.of("line", Integer.toString(line)));
  }

  static LogRefusedException because(LogRefusal code, DivisionCode city, RefusedException cause) {
    return new LogRefusedException(code, Map.of("city", city.text(), "code", cause.code().name()));
  }

  @Override
  public LogRefusal code() {
    return (LogRefusal) super.code();
  }
}
