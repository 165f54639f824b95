// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.fabric.lifecycle.ExpiringHash;
import org.huxin.fabric.lifecycle.ExpirySchedule;
import org.huxin.fabric.state.MemoryState;

/** What a replay derives, in memory; it ends with the process. For one thread. */
public final class MemoryReplayStore implements ReplayStore {
  private final MemoryState state = new MemoryState();
  private final ExpirySchedule expiries = new ExpirySchedule();
  private final Set<String> transactionIds = new HashSet<>();
  private Optional<ReplayPosition> position = Optional.empty();

  @Override
  public MemoryState state() {
    return state;
  }

  @Override
  public Optional<ReplayPosition> position() {
    return position;
  }

  @Override
  public boolean isOnLedger(String transactionId) {
    return transactionIds.contains(transactionId);
  }

  @Override
  public List<ExpiringHash> expiringWith(long block) {
    return expiries.endingWith(block);
  }

  @Override
  public void commit(JudgedBlock block) {
    state.apply(block.updates());
    block.expiring().forEach(expiries::add);
    block
        .expired()
        .forEach(each -> state.removeHash(each.collection(), each.keyHash(), each.version()));
    block
        .result()
        .transactions()
        .forEach(
            transaction -> {
              if (!transaction.txId().isEmpty()) {
                transactionIds.add(transaction.txId());
              }
            });
    position = Optional.of(block.position());
  }
}
