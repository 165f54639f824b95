// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.time.Instant;
import java.util.Map;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** For how long consent may be given. */
final class ConsentWindow {
  private ConsentWindow() {}

  /**
   * Refuses a window that is past, or ends too late. It is measured from its beginning or from the
   * signature, whichever is earlier: nobody consents today to what begins in ten years.
   *
   * @param limit the longest window in seconds
   * @throws LedgerRefusedException {@link LedgerRefusal#NO_LONGER_IN_FORCE}, {@link
   *     LedgerRefusal#LIMIT_EXCEEDED}
   */
  static void require(
      StatementCase<?> statementCase, Instant notBefore, Instant notAfter, long limit) {
    if (!statementCase.committedAt().isBefore(notAfter)) {
      throw LedgerRefusedException.of(
          LedgerRefusal.NO_LONGER_IN_FORCE, "until", notAfter.getEpochSecond());
    }
    long from = Math.min(notBefore.getEpochSecond(), statementCase.issuedAt().getEpochSecond());
    long seconds = notAfter.getEpochSecond() - from;
    if (seconds > limit) {
      throw new LedgerRefusedException(
          LedgerRefusal.LIMIT_EXCEEDED,
          Map.of("limit", Long.toString(limit), "value", Long.toString(seconds)));
    }
  }
}
