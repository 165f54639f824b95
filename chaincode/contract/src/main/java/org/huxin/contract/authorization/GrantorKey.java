// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.time.Instant;
import java.util.Optional;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.RetiredHolderKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/**
 * The key that granted: what it granted from its end on is of no use, also if the end became known
 * later. What it granted before stands until it is withdrawn.
 */
final class GrantorKey {
  private GrantorKey() {}

  /**
   * Refuses an authorization whose grantor's key had ended when it was recorded.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#HOLDER_KEY_RETIRED}
   */
  static void requireInForce(StatementCase<?> statementCase, Authorization authorization) {
    Optional<RetiredHolderKey> retired =
        authorization
            .grantor()
            .flatMap(key -> statementCase.draft().find(RetiredHolderKey.key(key)));
    Instant grantedAt = authorization.history().first().at();
    if (retired.isPresent() && retired.get().holds(grantedAt, Optional.empty())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.HOLDER_KEY_RETIRED, "since", retired.get().since().getEpochSecond());
    }
  }
}
