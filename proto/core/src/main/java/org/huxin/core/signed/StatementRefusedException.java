// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.signed;

import java.util.Map;
import java.util.TreeMap;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.crypto.refusal.RefusedException;

/** A JWS is no statement for this ledger. */
public final class StatementRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its evidence. */
  public StatementRefusedException(StatementRefusal code, Map<String, String> evidence) {
    super(code, evidence);
  }

  static StatementRefusedException of(StatementRefusal code) {
    return new StatementRefusedException(code, Map.of());
  }

  static StatementRefusedException malformed(DecodeRefusedException cause) {
    TreeMap<String, String> evidence = new TreeMap<>(cause.evidence());
    evidence.putIfAbsent("code", cause.code().name());
    return new StatementRefusedException(StatementRefusal.STATEMENT_MALFORMED, evidence);
  }

  @Override
  public StatementRefusal code() {
    return (StatementRefusal) super.code();
  }
}
