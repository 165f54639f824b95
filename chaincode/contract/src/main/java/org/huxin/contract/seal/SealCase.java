// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.seal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huxin.contract.statement.StatementCase;
import org.huxin.core.authority.Authority;
import org.huxin.core.authority.Role;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.SealKey;
import org.huxin.core.id.Uscc;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.FullHistory;
import org.huxin.core.ledger.History;
import org.huxin.core.lifecycle.LifeCycleRefusedException;
import org.huxin.core.refusal.LedgerRefusal;
import org.huxin.core.refusal.LedgerRefusedException;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealAction;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.seal.SealLine;
import org.huxin.core.statement.Statement;

/** A filed seal as one statement finds and changes it, without what a compromised key committed. */
record SealCase(StatementCase<? extends Statement> statementCase, Seal seal, SealLine line) {
  /**
   * The seal that a statement is about.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_FOUND}
   */
  static SealCase of(StatementCase<? extends Statement> statementCase, SealKey key) {
    Seal seal = statementCase.draft().require(Seal.key(key));
    SealLine line =
        SealLine.of(
            seal.filed(),
            FullHistory.of(
                statementCase.draft().view(), Seal.key(key), seal.history(), SealEvent.CODEC),
            Optional.empty(),
            event -> counts(statementCase, event));
    return new SealCase(statementCase, seal, line);
  }

  /**
   * A thief's cancellation does not end a seal: nothing counts that a compromised key committed.
   */
  private static boolean counts(StatementCase<? extends Statement> statementCase, SealEvent event) {
    return !(event.by() instanceof KeyId.OfAuthority key)
        || statementCase
            .draft()
            .find(Authority.key(key.authority()))
            .flatMap(authority -> authority.key(key.number()))
            .filter(held -> held.isCompromised(event.at(), Optional.empty()))
            .isEmpty();
  }

  /**
   * Refuses a signer that is not the maker who filed the seal.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_COMPETENT}, {@link
   *     LedgerRefusal#ROLE_NOT_IN_FORCE}
   */
  void requireMaker() {
    if (!signer().equals(seal.maker())) {
      throw LedgerRefusedException.of(LedgerRefusal.NOT_COMPETENT, "required", "maker");
    }
    var unused = statementCase.requireRole(Role.SEAL_MAKER);
  }

  /**
   * Refuses a signer that is neither the seal's owner nor the maker who filed it. The owner needs
   * no role: 谁所有、谁控制.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#NOT_COMPETENT}, {@link
   *     LedgerRefusal#ROLE_NOT_IN_FORCE}
   */
  void requireMakerOrOwner() {
    if (signer().equals(seal.filed().owner())) {
      return;
    }
    if (!signer().equals(seal.maker())) {
      throw LedgerRefusedException.of(LedgerRefusal.NOT_COMPETENT, "required", "maker or owner");
    }
    requireMaker();
  }

  private Uscc signer() {
    return statementCase.authority().authority().uscc();
  }

  /**
   * Refuses a legal date before that of the last event: what was lawful between stays so.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#EFFECTIVE_DATE_NOT_ALLOWED}
   */
  void requireAfterLast(Instant effectiveFrom) {
    Optional<Instant> last = line.lastEffectiveFrom();
    if (last.isPresent() && effectiveFrom.isBefore(last.get())) {
      throw dateRefused("effectiveFrom", effectiveFrom);
    }
  }

  /**
   * Refuses a compromise that is still to come.
   *
   * @throws LedgerRefusedException {@link LedgerRefusal#EFFECTIVE_DATE_NOT_ALLOWED}
   */
  void requirePast(Optional<Instant> compromisedSince) {
    compromisedSince
        .filter(since -> since.isAfter(statementCase.issuedAt()))
        .ifPresent(
            since -> {
              throw dateRefused("compromisedSince", since);
            });
  }

  /** A refusal of a date. */
  static LedgerRefusedException dateRefused(String name, Instant date) {
    return LedgerRefusedException.of(
        LedgerRefusal.EFFECTIVE_DATE_NOT_ALLOWED, name, date.getEpochSecond());
  }

  /**
   * Records an event that follows from where the seal stands.
   *
   * @throws LifeCycleRefusedException if nothing of that kind can happen to it
   * @throws LedgerRefusedException {@link LedgerRefusal#HISTORY_FULL}
   */
  void record(SealAction action, SealEvent event) {
    var unused = line.latest().after(action);
    EntityKey<Seal> key = Seal.key(seal.filed().seal());
    if (seal.history().isFull()) {
      throw new LedgerRefusedException(
          LedgerRefusal.HISTORY_FULL,
          Map.of("key", key.toString(), "limit", Integer.toString(History.MAX_ENTRIES)));
    }
    statementCase
        .draft()
        .put(key, new Seal(seal.filed(), seal.maker(), seal.history().append(event)));
  }
}
