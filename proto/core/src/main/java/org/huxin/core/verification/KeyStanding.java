// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.verification;

import java.time.Instant;
import java.util.Optional;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.id.KeyId;
import org.huxin.core.ledger.LedgerView;

/** Whether what an authority's key committed still counts, as the ledger knew. */
final class KeyStanding {
  private final LedgerView view;
  private final Moment moment;

  KeyStanding(LedgerView view, Moment moment) {
    this.view = view;
    this.moment = moment;
  }

  /**
   * Whether something that a key committed counts: the key was not compromised by then. What a
   * holder's key committed counts.
   */
  boolean counts(KeyId by, Instant committedAt) {
    if (!(by instanceof KeyId.OfAuthority kid)) {
      return true;
    }
    Optional<HeldKey> key =
        view.get(Authority.key(kid.authority())).flatMap(authority -> authority.key(kid.number()));
    return key.isPresent() && !key.get().isCompromised(committedAt, moment.knownAt());
  }
}
