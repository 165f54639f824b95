// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.verification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huxin.contract.statement.StatementArguments;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.crypto.bytes.Bytes;

/** Reads the one argument of a question: its canonical JSON. */
final class QuestionArgument {
  private QuestionArgument() {}

  /**
   * Reads it.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#ARGUMENTS_REFUSED}
   */
  static <T> T read(List<String> arguments, Codec<T> codec) {
    StatementArguments.requireCount(arguments, 1, 1);
    try {
      return codec.fromBytes(Bytes.utf8(arguments.get(0)), JsonLimits.STATEMENT);
    } catch (JsonRefusedException e) {
      throw refused(e.code().name(), e.evidence());
    } catch (DecodeRefusedException e) {
      throw refused(e.code().name(), e.evidence());
    }
  }

  private static LedgerRefusedException refused(String code, Map<String, String> found) {
    TreeMap<String, String> evidence = new TreeMap<>(found);
    evidence.put("argument", "0");
    evidence.putIfAbsent("code", code);
    return new LedgerRefusedException(LedgerRefusal.ARGUMENTS_REFUSED, evidence);
  }
}
