// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.Map;
import java.util.Optional;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** An agent's grant: within the one that names the agent, in every dimension. */
final class Delegation {
  private Delegation() {}

  /**
   * Refuses what the agent was not granted.
   *
   * @param parent the grant that the agent's grant names
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_FOUND}, {@link
   *     LedgerRefusal#NOT_COMPETENT}, {@link LedgerRefusal#HOLDER_KEY_RETIRED}, {@link
   *     LedgerRefusal#WIDER_THAN_PARENT}
   */
  static void require(
      StatementCase<GrantAuthorization> statementCase, Signer.OfHolder agent, StatementId parent) {
    Authorization authorization = statementCase.draft().require(Authorization.key(parent));
    statementCase.requireCompetent(
        authorization.agent().equals(Optional.of(agent.thumbprint())), "agent of the parent");
    authorization.state().requireLeft(statementCase.committedAt());
    GrantorKey.requireInForce(statementCase, authorization);
    // Only a grant names an agent.
    GrantAuthorization wider = authorization.granted().orElseThrow();
    Optional<String> beyond = statementCase.statement().beyond(wider);
    if (beyond.isPresent()) {
      throw new LedgerRefusedException(
          LedgerRefusal.WIDER_THAN_PARENT,
          Map.of("parent", parent.toString(), "member", beyond.get()));
    }
  }
}
