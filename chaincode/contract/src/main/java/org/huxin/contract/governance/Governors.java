// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.HeldRole;
import org.huxin.core.authority.KeyRetirement;
import org.huxin.core.authority.KeyUse;
import org.huxin.core.authority.Role;
import org.huxin.core.governance.GenesisCity;
import org.huxin.core.governance.MemberCity;
import org.huxin.core.ledger.History;
import org.huxin.core.ledger.Revision;

/** The authorities that govern cities, as founding and joint statements make them. */
final class Governors {
  private Governors() {}

  /** A city as the membership lists it. */
  static MemberCity member(GenesisCity city) {
    return new MemberCity(city.code(), city.name(), city.msp(), city.governor());
  }

  /** The governor of a city, which the ledger did not know before. */
  static Authority begin(GenesisCity city, List<HeldKey> keys, Revision revision) {
    return new Authority(
        city.governor(),
        city.governorName(),
        city.code(),
        Optional.empty(),
        List.of(role(revision.at())),
        keys,
        Optional.empty(),
        List.of(),
        List.of(),
        History.begin(revision));
  }

  /** The role of a governor from now on. */
  static HeldRole role(Instant at) {
    return new HeldRole(Role.GOVERNOR, at, Optional.empty(), at, Optional.empty());
  }

  /** The key, ended now; unchanged if it ended before. */
  static HeldKey end(HeldKey key, Instant at) {
    return hasEnded(key, at) ? key : key.retired(new KeyRetirement(at, Optional.empty(), at));
  }

  /** Whether a key has been retired by a time. */
  static boolean hasEnded(HeldKey key, Instant at) {
    return key.retirements().stream().anyMatch(each -> !each.retiredAt().isAfter(at));
  }

  /** Whether one of the keys signs statements now, or will. */
  static boolean canSign(List<HeldKey> keys, Instant at) {
    return keys.stream()
        .anyMatch(
            key ->
                key.use() == KeyUse.SIGN
                    && key.notAfter().isAfter(at)
                    && !hasEnded(key, at)
                    && !key.isCompromised(at, Optional.empty()));
  }
}
