// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.usage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huxin.core.authorization.Usage;
import org.huxin.core.id.LedgerId;
import org.huxin.core.reference.BlindedRef;
import org.huxin.crypto.hpke.HpkePrivateKey;
import org.huxin.sdk.ledger.LedgerClient;
import org.huxin.sdk.ledger.LedgerEntities;

/**
 * Compares the proofs that an issuer delivered with the uses on the ledger: a consumer who used and
 * recorded nothing shows. Safe for all threads.
 *
 * <pre>{@code
 * Reconciliation found =
 *     new DeliveryReconciliation(ledgerId, ledger).reconcile(deliveries, List.of(ownTrailKey));
 * found.overdue(aWeekAgo).forEach(each -> ask(each.consumer()));
 * }</pre>
 */
public final class DeliveryReconciliation {
  private final LedgerEntities entities;
  private final HolderTrail trail;

  /**
   * Over a ledger.
   *
   * @param ledger stays the caller's to close
   */
  public DeliveryReconciliation(LedgerId ledgerId, LedgerClient ledger) {
    this.entities = new LedgerEntities(ledger);
    this.trail = new HolderTrail(ledgerId, ledger);
  }

  /**
   * Compares.
   *
   * @param deliveries what was delivered
   * @param ownKeys the issuer's trail keys
   * @throws org.huxin.sdk.ledger.LedgerUnavailableException if no peer answers
   */
  public Reconciliation reconcile(List<Delivery> deliveries, List<HpkePrivateKey> ownKeys) {
    Map<Boolean, List<Delivery>> byRecord =
        deliveries.stream().collect(Collectors.partitioningBy(this::isRecorded));
    Set<BlindedRef> delivered =
        deliveries.stream()
            .map(each -> each.licence().blinded(each.salt()))
            .collect(Collectors.toSet());
    List<TrailUse> undelivered =
        trail.uses(ownKeys).stream()
            .filter(use -> !delivered.contains(use.usage().uses().get(use.index()).ref()))
            .toList();
    return new Reconciliation(
        Objects.requireNonNull(byRecord.get(true)),
        Objects.requireNonNull(byRecord.get(false)),
        undelivered);
  }

  private boolean isRecorded(Delivery delivery) {
    BlindedRef ref = delivery.licence().blinded(delivery.salt());
    return entities
        .find(
            Usage.ENTITY,
            delivery.consumer().text(),
            delivery.item().text(),
            delivery.business().toString(),
            Integer.toString(delivery.number()))
        .filter(usage -> usage.recorded().uses().stream().anyMatch(use -> use.ref().equals(ref)))
        .isPresent();
  }
}
