// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.huxin.contract.statement.Signer;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.id.StatementId;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;

/** An agent's grant: within the one that names the agent, in every dimension. */
final class Delegation {
  private final StatementId parent;
  private final GrantAuthorization wider;

  private Delegation(StatementId parent, GrantAuthorization wider) {
    this.parent = parent;
    this.wider = wider;
  }

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
    new Delegation(parent, wider).requireWithin(statementCase.statement());
  }

  private void requireWithin(GrantAuthorization grant) {
    require(wider.grantee().isEmpty() || wider.grantee().equals(grant.grantee()), "grantee");
    require(
        grant.items().stream().allMatch(item -> wider.items().stream().anyMatch(covers(item))),
        "items");
    require(new HashSet<>(wider.serviceItems()).containsAll(grant.serviceItems()), "serviceItems");
    require(wider.purpose().equals(grant.purpose()), "purpose");
    require(grant.maxUses() <= wider.maxUses(), "maxUses");
    require(!grant.notBefore().isBefore(wider.notBefore()), "notBefore");
    require(!grant.notAfter().isAfter(wider.notAfter()), "notAfter");
    require(wider.business().isEmpty() || wider.business().equals(grant.business()), "business");
  }

  private static Predicate<GrantedItem> covers(GrantedItem item) {
    return each -> each.covers(item);
  }

  private void require(boolean within, String member) {
    if (!within) {
      throw new LedgerRefusedException(
          LedgerRefusal.WIDER_THAN_PARENT, Map.of("parent", parent.toString(), "member", member));
    }
  }
}
