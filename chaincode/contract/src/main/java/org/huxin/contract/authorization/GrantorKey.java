// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.Optional;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.RetiredHolderKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** The key that granted: once it has ended, nothing is used under its grants any more. */
final class GrantorKey {
  private GrantorKey() {}

  /**
   * Refuses an authorization whose grantor's key has ended.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#HOLDER_KEY_RETIRED}
   */
  static void requireInForce(StatementCase<?> statementCase, Authorization authorization) {
    Optional<RetiredHolderKey> retired =
        authorization
            .grantor()
            .flatMap(key -> statementCase.draft().find(RetiredHolderKey.key(key)));
    if (retired.isPresent() && retired.get().holds(statementCase.committedAt(), Optional.empty())) {
      throw LedgerRefusedException.of(
          LedgerRefusal.HOLDER_KEY_RETIRED, "since", retired.get().since().getEpochSecond());
    }
  }
}
