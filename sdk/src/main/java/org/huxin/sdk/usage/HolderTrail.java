// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.authorization.Authorization;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.Usage;
import org.huxin.core.authorization.UsedLicence;
import org.huxin.core.holder.Trail;
import org.huxin.core.holder.TrailEntry;
import org.huxin.core.id.LedgerId;
import org.huxin.core.id.StatementId;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.crypto.hpke.HpkeRefusedException;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerEntities;

/**
 * A holder's view of all uses: what the trail key opens, and what became of own consents. Nobody
 * else can tell which uses are whose, so all of them are read, page by page. Safe for all threads.
 *
 * <pre>{@code
 * HolderTrail trail = new HolderTrail(ledgerId, ledger);
 * for (TrailUse use : trail.uses(List.of(trailKey))) {
 *   show(use.licence().type(), use.entry().consumer(), use.basis(), use.at());
 * }
 * List<ConsentLine> consents = trail.consents(List.of(grantId));
 * }</pre>
 */
public final class HolderTrail {
  private final LedgerId ledgerId;
  private final LedgerEntities entities;

  /**
   * Over a ledger.
   *
   * @param ledger stays the caller's to close
   */
  public HolderTrail(LedgerId ledgerId, LedgerClient ledger) {
    this.ledgerId = ledgerId;
    this.entities = new LedgerEntities(ledger);
  }

  /**
   * Every use of a licence whose trail one of the keys opens: under consent, by law, presented.
   *
   * @param keys the trail keys of a holder, or of an issuer
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if no peer answers
   */
  public List<TrailUse> uses(List<HpkePrivateKey> keys) {
    List<TrailUse> found = new ArrayList<>();
    entities.forEach(Usage.ENTITY, List.of(), usage -> open(usage, keys, found));
    return found;
  }

  /**
   * What became of consents.
   *
   * @param ids the names of grants, or of recorded consents
   * @return one for each that the ledger holds, in the order of the ids
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if no peer answers
   */
  public List<ConsentLine> consents(List<StatementId> ids) {
    Map<StatementId, StatementId> roots = new HashMap<>();
    Map<StatementId, Authorization> own = new HashMap<>();
    entities.forEach(
        Authorization.ENTITY,
        List.of(),
        each -> {
          StatementId root = each.parent().orElse(each.id());
          if (ids.contains(each.id())) {
            own.put(each.id(), each);
            roots.put(each.id(), each.id());
          } else if (ids.contains(root)) {
            roots.put(each.id(), root);
          }
        });
    Map<StatementId, List<Usage>> uses = new HashMap<>();
    entities.forEach(
        Usage.ENTITY,
        List.of(),
        usage ->
            usage.recorded().uses().stream()
                .flatMap(use -> use.authorization().stream())
                .filter(roots::containsKey)
                .map(roots::get)
                .distinct()
                .forEach(
                    root -> uses.computeIfAbsent(root, unused -> new ArrayList<>()).add(usage)));
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(own.get(id)).stream())
        .map(each -> new ConsentLine(each, uses.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private void open(Usage usage, List<HpkePrivateKey> keys, List<TrailUse> found) {
    List<UsedLicence> uses = usage.recorded().uses();
    for (int i = 0; i < uses.size(); i++) {
      for (HpkePrivateKey key : keys) {
        Optional<TrailEntry> entry = open(usage.recorded(), i, key);
        if (entry.isPresent()) {
          found.add(found(usage, i, entry.get()));
          break;
        }
      }
    }
  }

  private Optional<TrailEntry> open(RecordUsage usage, int index, HpkePrivateKey key) {
    try {
      return Optional.of(Trail.open(usage.uses().get(index).sealed(), key, ledgerId, usage, index));
    } catch (HpkeRefusedException e) {
      return Optional.empty(); // somebody else's
    }
  }

  private static TrailUse found(Usage usage, int index, TrailEntry entry) {
    RecordUsage recorded = usage.recorded();
    boolean consistent =
        entry.licence().blinded(entry.salt()).equals(recorded.uses().get(index).ref())
            && entry.consumer().equals(recorded.grantee())
            && entry.item().equals(recorded.item());
    return new TrailUse(
        entry,
        recorded,
        index,
        usage.history().first().at(),
        usage.history().first().statement(),
        consistent);
  }
}
