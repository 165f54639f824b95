// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.Optional;
import org.huxin.contract.statement.LedgerDraft;
import org.huxin.core.authority.Authority;
import org.huxin.core.id.Uscc;

/** Who stands above whom. */
final class Superiors {
  /** State, region, city, county, township: more steps than there are; also ends a circle. */
  private static final int MAX_STEPS = 8;

  private Superiors() {}

  /** Whether one authority stands above another, at whatever distance. */
  static boolean include(LedgerDraft draft, Authority below, Uscc above) {
    Optional<Uscc> superior = below.superior();
    for (int i = 0; i < MAX_STEPS && superior.isPresent(); i++) {
      if (superior.get().equals(above)) {
        return true;
      }
      superior = draft.find(Authority.key(superior.get())).flatMap(Authority::superior);
    }
    return false;
  }
}
