// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.KeyedEntry;
import org.huxin.fabric.state.StateEntry;
import org.huxin.fabric.state.StateUpdates;
import org.huxin.fabric.state.Utf8Order;
import org.huxin.fabric.state.Version;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Whether what a transaction read is still so, after the valid ones before it in the block. */
record ReadCheck(CommittedState state, StateUpdates updates) {

  TxValidationCode check(TxReadWriteSet results) throws InvalidProtocolBufferException {
    for (NsReadWriteSet set : results.getNsRwsetList()) {
      String namespace = set.getNamespace();
      KVRWSet reads = KVRWSet.parseFrom(set.getRwset());
      for (KVRead read : reads.getReadsList()) {
        Optional<Version> now = state.get(namespace, read.getKey()).map(StateEntry::version);
        if (updates.touches(namespace, read.getKey())
            || !version(read.hasVersion(), read.getVersion()).equals(now)) {
          return TxValidationCode.MVCC_READ_CONFLICT;
        }
      }
      for (RangeQueryInfo query : reads.getRangeQueriesInfoList()) {
        if (!unchanged(namespace, query)) {
          return TxValidationCode.PHANTOM_READ_CONFLICT;
        }
      }
      for (CollectionHashedReadWriteSet collection : set.getCollectionHashedRwsetList()) {
        if (!unchanged(namespace, collection)) {
          return TxValidationCode.MVCC_READ_CONFLICT;
        }
      }
    }
    return TxValidationCode.VALID;
  }

  private boolean unchanged(String namespace, CollectionHashedReadWriteSet collection)
      throws InvalidProtocolBufferException {
    String name = collection.getCollectionName();
    for (KVReadHash read :
        HashedRWSet.parseFrom(collection.getHashedRwset()).getHashedReadsList()) {
      ByteString keyHash = read.getKeyHash();
      Optional<Version> now = state.hashed(namespace, name, keyHash).map(StateEntry::version);
      if (updates.touches(namespace, name, keyHash)
          || !version(read.hasVersion(), read.getVersion()).equals(now)) {
        return false;
      }
    }
    return true;
  }

  private boolean unchanged(String namespace, RangeQueryInfo query) {
    RangeReads reads = new RangeReads();
    results(namespace, query)
        .forEach((key, version) -> reads.add(KeyReads.of(key, Optional.of(version))));
    RangeQueryInfo.Builder now = query.toBuilder().clearRawReads().clearReadsMerkleHashes();
    reads.writeTo(now);
    // No reads are written as an empty list or as none at all.
    return now.build().equals(query)
        || (now.getReadsInfoCase() == RangeQueryInfo.ReadsInfoCase.READSINFO_NOT_SET
            && query.hasRawReads()
            && query.getRawReads().getKvReadsCount() == 0);
  }

  /** What the query would find now: the state with the block's earlier changes over it. */
  private Map<String, Version> results(String namespace, RangeQueryInfo query) {
    Map<String, Version> found = new TreeMap<>(Utf8Order.COMPARATOR);
    List<KeyedEntry> last = new ArrayList<>();
    String end = query.getEndKey();
    Iterator<KeyedEntry> entries = state.range(namespace, query.getStartKey(), end);
    entries.forEachRemaining(last::add);
    if (!query.getItrExhausted()) {
      state.get(namespace, end).ifPresent(entry -> last.add(new KeyedEntry(end, entry)));
    }
    last.forEach(entry -> found.put(entry.key(), entry.entry().version()));
    updates
        .values()
        .getOrDefault(namespace, Map.of())
        .forEach(
            (key, entry) -> {
              if (within(key, query)) {
                entry.ifPresentOrElse(e -> found.put(key, e.version()), () -> found.remove(key));
              }
            });
    return found;
  }

  private static boolean within(String key, RangeQueryInfo query) {
    if (Utf8Order.COMPARATOR.compare(key, query.getStartKey()) < 0) {
      return false;
    }
    int toEnd = Utf8Order.COMPARATOR.compare(key, query.getEndKey());
    return query.getItrExhausted() ? query.getEndKey().isEmpty() || toEnd < 0 : toEnd <= 0;
  }

  private static Optional<Version> version(
      boolean present, org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version version) {
    return present
        ? Optional.of(new Version(version.getBlockNum(), (int) version.getTxNum()))
        : Optional.empty();
  }
}
