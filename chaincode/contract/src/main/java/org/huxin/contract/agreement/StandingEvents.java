// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.agreement;

import java.util.Optional;
import java.util.function.Predicate;
import org.huxin.contract.statement.LedgerDraft;
import org.huxin.core.agreement.AgreementEvent;
import org.huxin.core.authority.Authority;
import org.huxin.core.id.KeyId;

/**
 * Which events of an agreement stand: a governor's acts do, until a rotation of its keys lists the
 * statement among those that it undoes.
 */
public record StandingEvents(LedgerDraft draft) implements Predicate<AgreementEvent> {
  @Override
  public boolean test(AgreementEvent event) {
    return !(event.by() instanceof KeyId.OfAuthority key)
        || draft
            .find(Authority.key(key.authority()))
            .map(governor -> !governor.hasUndone(event.statement(), Optional.empty()))
            .orElse(true);
  }
}
