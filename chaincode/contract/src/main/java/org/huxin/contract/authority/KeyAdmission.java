// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.HeldKey;
import org.huxin.core.authority.KeyRegistration;
import org.huxin.core.holder.FactRefusedException;
import org.huxin.core.holder.KeyPossession;
import org.huxin.core.holder.SignedFact;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.Uscc;
import org.huxin.core.jws.NamedKey;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.statement.FactKind;

/**
 * Lets keys of an authority in: each proves that its owner has it, has a number that was never used
 * and is not registered under another number, which would outlive its retirement.
 *
 * @param authority whose keys
 * @param ledger what the proofs must name as their ledger
 * @param at when the ledger records them
 */
public record KeyAdmission(Uscc authority, LedgerId ledger, Instant at) {

  /**
   * The keys that an authority has after it gets more.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#POSSESSION_REFUSED}, {@link
   *     LedgerRefusal#KEY_NUMBER_USED}, {@link LedgerRefusal#KEY_REUSED}, {@link
   *     LedgerRefusal#LIMIT_EXCEEDED}
   */
  public List<HeldKey> add(List<HeldKey> held, List<KeyRegistration> registrations) {
    List<HeldKey> keys = new ArrayList<>(held);
    for (KeyRegistration each : registrations) {
      KeyId.OfAuthority kid = new KeyId.OfAuthority(authority, each.number());
      if (keys.stream().anyMatch(key -> key.number() == each.number())) {
        throw LedgerRefusedException.of(LedgerRefusal.KEY_NUMBER_USED, "kid", kid);
      }
      if (keys.stream().anyMatch(key -> key.key().equals(each.key()))) {
        throw LedgerRefusedException.of(LedgerRefusal.KEY_REUSED, "kid", kid);
      }
      requirePossession(each, kid);
      keys.add(
          new HeldKey(
              each.number(),
              each.use(),
              each.key(),
              each.notBefore(),
              each.notAfter(),
              at,
              List.of()));
    }
    if (keys.size() > Authority.MAX_KEYS) {
      throw new LedgerRefusedException(
          LedgerRefusal.LIMIT_EXCEEDED,
          Map.of(
              "limit", Integer.toString(Authority.MAX_KEYS),
              "value", Integer.toString(keys.size())));
    }
    return keys;
  }

  private void requirePossession(KeyRegistration key, KeyId.OfAuthority kid) {
    KeyPossession possession;
    try {
      possession =
          SignedFact.verify(
                  key.possession(),
                  FactKind.KEY_POSSESSION,
                  KeyPossession.CODEC,
                  ledger,
                  new NamedKey(kid, key.key()))
              .fact();
    } catch (FactRefusedException e) {
      throw refused(e.code().name(), key.number());
    }
    if (!possession.authority().equals(authority) || possession.number() != key.number()) {
      throw refused("POSSESSION_OF_OTHER_KEY", key.number());
    }
  }

  private static LedgerRefusedException refused(String code, int number) {
    return new LedgerRefusedException(
        LedgerRefusal.POSSESSION_REFUSED, Map.of("code", code, "number", Integer.toString(number)));
  }
}
