// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huxin.contract.statement.Jurisdiction;
import org.huxin.contract.statement.StatementCase;
import org.huxin.contract.statement.StatementOperation;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldRole;
import org.huxin.core.authority.Role;
import org.huxin.core.authority.RoleGrant;
import org.huxin.core.authority.UpdateAuthority;
import org.huxin.core.id.StatementId;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.Operation;

/**
 * A governor changes what is registered of an authority of its own city, or of itself. The roles
 * become those that the statement names: a role that it names no longer is gone from then on, and
 * stays good for what was done before; one that it adds does not begin before the statement, unless
 * it stood from the same moment on and only its end changes. A governor's own role as such, and all
 * keys, stay as they are.
 *
 * <p>Writes the authority.
 *
 * <ul>
 *   <li>{@code NOT_FOUND}: it is not registered
 *   <li>{@code ROLE_NOT_IN_FORCE}, {@code NOT_COMPETENT}: not the governor of its city
 *   <li>{@code STALE_VERSION}: another version of it
 *   <li>{@code EFFECTIVE_DATE_NOT_ALLOWED}: a role would begin before the statement
 *   <li>{@code LIMIT_EXCEEDED}: too many roles, those of the past among them
 * </ul>
 */
public final class UpdateAuthorityOperation extends StatementOperation<UpdateAuthority> {
  /** The operation. */
  public UpdateAuthorityOperation() {
    super(
        Operation.UPDATE_AUTHORITY,
        UpdateAuthority.class,
        Set.of(
            LedgerRefusal.NOT_FOUND,
            LedgerRefusal.ROLE_NOT_IN_FORCE,
            LedgerRefusal.NOT_COMPETENT,
            LedgerRefusal.STALE_VERSION,
            LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED,
            LedgerRefusal.LIMIT_EXCEEDED));
  }

  @Override
  protected List<EntityKey<?>> keys(StatementId id, UpdateAuthority statement) {
    return List.of(Authority.key(statement.authority()));
  }

  @Override
  protected void decide(StatementCase<UpdateAuthority> statementCase) {
    UpdateAuthority statement = statementCase.statement();
    EntityKey<Authority> key = Authority.key(statement.authority());
    Authority authority = statementCase.draft().require(key);
    var unused = Jurisdiction.over(statementCase, authority.division());
    statementCase.requireReplaces(key, authority);
    statementCase
        .draft()
        .put(
            key,
            new Authority(
                authority.uscc(),
                statement.name(),
                authority.division(),
                statement.superior(),
                roles(authority, statementCase),
                authority.keys(),
                statement.trailKey(),
                statement.endpoints(),
                authority.undone(),
                authority.history().append(statementCase.revision(authority))));
  }

  private static List<HeldRole> roles(
      Authority authority, StatementCase<UpdateAuthority> statementCase) {
    List<RoleGrant> named = statementCase.statement().roles();
    Instant at = statementCase.at(authority);
    List<HeldRole> roles = new ArrayList<>();
    for (HeldRole held : authority.roles()) {
      boolean stays =
          !held.stands()
              || held.role() == Role.GOVERNOR
              || named.stream().anyMatch(grant -> isOf(grant, held));
      roles.add(stays ? held : held.removed(at));
    }
    for (RoleGrant grant : named) {
      if (authority.roles().stream().noneMatch(held -> held.stands() && isOf(grant, held))) {
        requireBegin(grant, authority, statementCase);
        roles.add(new HeldRole(grant.role(), grant.from(), grant.to(), at, Optional.empty()));
      }
    }
    if (roles.size() > Authority.MAX_ROLES) {
      throw new LedgerRefusedException(
          LedgerRefusal.LIMIT_EXCEEDED,
          Map.of(
              "limit", Integer.toString(Authority.MAX_ROLES),
              "value", Integer.toString(roles.size())));
    }
    return roles;
  }

  private static boolean isOf(RoleGrant grant, HeldRole held) {
    return held.role() == grant.role()
        && held.from().equals(grant.from())
        && held.to().equals(grant.to());
  }

  private static void requireBegin(
      RoleGrant grant, Authority authority, StatementCase<UpdateAuthority> statementCase) {
    // Two ends of one standing role differ in what lies ahead only: the past is not rewritten.
    boolean stood =
        authority.roles().stream()
            .anyMatch(
                held ->
                    held.stands()
                        && held.role() == grant.role()
                        && held.from().equals(grant.from())
                        && held.to()
                            .filter(end -> end.isBefore(statementCase.issuedAt()))
                            .isEmpty());
    if (!stood) {
      statementCase.requireNotBackdated(grant.from());
    }
  }
}
