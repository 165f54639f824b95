// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import com.google.protobuf.ByteString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.fabric.block.Sha256;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;

/**
 * Private writes of transactions that are endorsed and not yet committed. Bounded: who endorses and
 * never submits loses the oldest. Thread-safe.
 */
public final class TransientStore {
  /** More than a network of this kind ever has in flight. */
  private static final int CAPACITY = 10_000;

  private final Map<String, TxPvtReadWriteSet> pending =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TxPvtReadWriteSet> eldest) {
          return size() > CAPACITY;
        }
      };

  /** Keeps a transaction's private writes until it commits. */
  public synchronized void put(String transactionId, TxPvtReadWriteSet writes) {
    pending.put(transactionId, writes);
  }

  /** The private writes whose hashes a committed transaction holds; forgets them here. */
  synchronized Optional<TxPvtReadWriteSet> take(String transactionId, TxReadWriteSet committed) {
    return Optional.ofNullable(pending.remove(transactionId))
        .map(writes -> matching(writes, committed))
        .filter(writes -> writes.getNsPvtRwsetCount() > 0);
  }

  private static TxPvtReadWriteSet matching(TxPvtReadWriteSet writes, TxReadWriteSet committed) {
    TxPvtReadWriteSet.Builder kept = TxPvtReadWriteSet.newBuilder();
    for (NsPvtReadWriteSet namespace : writes.getNsPvtRwsetList()) {
      List<CollectionPvtReadWriteSet> collections =
          namespace.getCollectionPvtRwsetList().stream()
              .filter(
                  collection ->
                      hash(committed, namespace.getNamespace(), collection.getCollectionName())
                          .equals(Optional.of(Sha256.of(collection.getRwset()))))
              .toList();
      if (!collections.isEmpty()) {
        kept.addNsPvtRwset(
            NsPvtReadWriteSet.newBuilder()
                .setNamespace(namespace.getNamespace())
                .addAllCollectionPvtRwset(collections));
      }
    }
    return kept.build();
  }

  private static Optional<ByteString> hash(
      TxReadWriteSet committed, String namespace, String collection) {
    return committed.getNsRwsetList().stream()
        .filter(set -> set.getNamespace().equals(namespace))
        .map(NsReadWriteSet::getCollectionHashedRwsetList)
        .flatMap(List::stream)
        .filter(set -> set.getCollectionName().equals(collection))
        .map(set -> set.getPvtRwsetHash())
        .findFirst();
  }
}
