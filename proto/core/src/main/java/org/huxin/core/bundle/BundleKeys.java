// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.huxin.core.authority.Authority;
import org.huxin.core.competence.Accreditation;
import org.huxin.core.governance.Membership;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.KeyId;
import org.huxin.core.id.LedgerId;
import org.huxin.core.ledger.Entity;
import org.huxin.core.ledger.EntityKey;
import org.huxin.core.ledger.EntityType;
import org.huxin.core.ledger.FullHistory;
import org.huxin.core.ledger.HistorySegment;
import org.huxin.core.ledger.LedgerView;
import org.huxin.core.record.LicenceRecord;
import org.huxin.core.seal.Seal;
import org.huxin.core.seal.SealEvent;
import org.huxin.core.verdict.Verdict;
import org.huxin.core.verification.Question;
import org.huxin.core.verification.VerdictRules;

/**
 * Which keys a bundle proves: those that the verdict rules ask for, present or absent, and a few
 * that they ask for once a document with its seal is at hand (proto/spec/bundle.md, Keys).
 */
public final class BundleKeys {
  private BundleKeys() {}

  /**
   * The keys for a question.
   *
   * @param view the whole ledger
   */
  public static SortedSet<StateKey> of(LedgerView view, LedgerId ledger, Question question) {
    Asked asked = new Asked(view);
    Optional<Membership> unusedMembership = asked.get(Membership.key());
    Verdict unusedVerdict = VerdictRules.judge(asked, ledger, question, Optional.empty());
    LicenceRecord record = question.record();
    addAccreditations(asked, record);
    record.sealKey().ifPresent(seal -> addSeal(asked, Seal.key(seal)));
    return asked.keys;
  }

  /** The rules stop at the first that holds; at another time it may be another. */
  private static void addAccreditations(LedgerView asked, LicenceRecord record) {
    Optional<DivisionCode> covering = Optional.of(record.division());
    while (covering.isPresent() && covering.get().level() != DivisionCode.Level.PROVINCE) {
      Optional<Accreditation> unused =
          asked.get(Accreditation.key(record.issuer(), record.type(), covering.get()));
      covering = covering.get().parent();
    }
  }

  /** The seal that the record names, all that happened to it, and who said so. */
  private static void addSeal(LedgerView asked, EntityKey<Seal> key) {
    asked
        .get(key)
        .ifPresent(
            seal ->
                FullHistory.of(asked, key, seal.history(), SealEvent.CODEC)
                    .forEach(event -> addAuthor(asked, event.by())));
  }

  private static void addAuthor(LedgerView asked, KeyId by) {
    if (by instanceof KeyId.OfAuthority kid) {
      Optional<Authority> unused = asked.get(Authority.key(kid.authority()));
    }
  }

  /** A view that remembers what it was asked. */
  private static final class Asked implements LedgerView {
    private final LedgerView view;
    private final SortedSet<StateKey> keys = new TreeSet<>();

    Asked(LedgerView view) {
      this.view = view;
    }

    @Override
    public <T extends Entity> Optional<T> get(EntityKey<T> key) {
      keys.add(StateKey.of(key));
      return view.get(key);
    }

    @Override
    public Optional<HistorySegment> segment(EntityKey<?> key, int number) {
      keys.add(StateKey.ofStored(key.storedSegment(number)));
      return view.segment(key, number);
    }

    @Override
    public <T extends Entity> Page<T> list(
        EntityType<T> type, List<String> prefix, Optional<EntityKey<T>> after, int limit) {
      Page<T> page = view.list(type, prefix, after, limit);
      page.entries().forEach(each -> keys.add(StateKey.of(each.key())));
      return page;
    }

    /** As the view of the bundle's verifier, so that it is asked the same. */
    @Override
    public boolean isComplete() {
      return false;
    }
  }
}
