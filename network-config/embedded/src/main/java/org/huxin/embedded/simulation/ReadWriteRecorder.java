// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.fabric.block.Sha256;
import org.huxin.fabric.state.Utf8Order;
import org.huxin.fabric.state.Version;
import org.huxin.fabric.validation.KeyReads;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * Records what a simulation reads and writes, and writes it down in Fabric's bytes: namespaces,
 * collections and keys in the order of their UTF-8 bytes, range queries in the order of the calls,
 * of several writes of a key the last.
 */
final class ReadWriteRecorder {
  private final Map<String, Namespace> namespaces = new TreeMap<>(Utf8Order.COMPARATOR);
  private final Map<String, Map<String, PrivateWrites>> privateWrites =
      new TreeMap<>(Utf8Order.COMPARATOR);

  void read(String namespace, String key, Optional<Version> version) {
    namespace(namespace).reads.put(key, KeyReads.of(key, version));
  }

  void write(String namespace, String key, Optional<ByteString> value) {
    namespace(namespace).writes.put(key, kvWrite(key, value));
  }

  void writeMetadata(String namespace, String key, Map<String, ByteString> entries) {
    namespace(namespace)
        .metadataWrites
        .put(
            key, KVMetadataWrite.newBuilder().setKey(key).addAllEntries(metadata(entries)).build());
  }

  /** Queries of the same bounds are recorded once, as the first. */
  void rangeQuery(String namespace, RangeQueryInfo query) {
    namespace(namespace)
        .rangeQueries
        .putIfAbsent(
            List.of(query.getStartKey(), query.getEndKey(), query.getItrExhausted()), query);
  }

  void readHash(String namespace, String collection, String key, Optional<Version> version) {
    KVReadHash.Builder read = KVReadHash.newBuilder().setKeyHash(keyHash(key));
    version.ifPresent(v -> read.setVersion(KeyReads.version(v)));
    collection(namespace, collection).reads.put(key, read.build());
  }

  void writePrivate(
      String namespace, String collection, String key, Optional<ByteString> value, boolean purge) {
    KVWriteHash.Builder hashed = KVWriteHash.newBuilder().setKeyHash(keyHash(key));
    value.ifPresentOrElse(v -> hashed.setValueHash(Sha256.of(v)), () -> hashed.setIsDelete(true));
    collection(namespace, collection).writes.put(key, hashed.setIsPurge(purge).build());
    privateWrites(namespace, collection).writes.put(key, kvWrite(key, value));
  }

  void writePrivateMetadata(
      String namespace, String collection, String key, Map<String, ByteString> entries) {
    collection(namespace, collection)
        .metadataWrites
        .put(
            key,
            KVMetadataWriteHash.newBuilder()
                .setKeyHash(keyHash(key))
                .addAllEntries(metadata(entries))
                .build());
    privateWrites(namespace, collection)
        .metadataWrites
        .put(key, KVMetadataWrite.newBuilder().setKey(key).build());
  }

  /** The plain text of private writes; empty if there are none. */
  Optional<TxPvtReadWriteSet> privateResults() {
    if (privateWrites.isEmpty()) {
      return Optional.empty();
    }
    TxPvtReadWriteSet.Builder results = TxPvtReadWriteSet.newBuilder();
    privateWrites.forEach(
        (namespace, collections) -> {
          NsPvtReadWriteSet.Builder set = NsPvtReadWriteSet.newBuilder().setNamespace(namespace);
          collections.forEach(
              (collection, writes) ->
                  set.addCollectionPvtRwset(
                      CollectionPvtReadWriteSet.newBuilder()
                          .setCollectionName(collection)
                          .setRwset(writes.toByteString())));
          results.addNsPvtRwset(set);
        });
    return Optional.of(results.build());
  }

  /** What goes into the transaction. */
  TxReadWriteSet results() {
    TxReadWriteSet.Builder results = TxReadWriteSet.newBuilder();
    namespaces.forEach(
        (name, namespace) ->
            results.addNsRwset(namespace.build(name, privateWrites.getOrDefault(name, Map.of()))));
    return results.build();
  }

  static ByteString keyHash(String key) {
    return Sha256.of(ByteString.copyFromUtf8(key));
  }

  private static KVWrite kvWrite(String key, Optional<ByteString> value) {
    KVWrite.Builder write = KVWrite.newBuilder().setKey(key);
    value.ifPresentOrElse(write::setValue, () -> write.setIsDelete(true));
    return write.build();
  }

  private static List<KVMetadataEntry> metadata(Map<String, ByteString> entries) {
    List<KVMetadataEntry> list = new ArrayList<>();
    new TreeMap<>(entries)
        .forEach(
            (name, value) ->
                list.add(KVMetadataEntry.newBuilder().setName(name).setValue(value).build()));
    return list;
  }

  private Namespace namespace(String name) {
    return namespaces.computeIfAbsent(name, n -> new Namespace());
  }

  private HashedCollection collection(String namespace, String name) {
    return namespace(namespace).collections.computeIfAbsent(name, n -> new HashedCollection());
  }

  private PrivateWrites privateWrites(String namespace, String collection) {
    return privateWrites
        .computeIfAbsent(namespace, n -> new TreeMap<>(Utf8Order.COMPARATOR))
        .computeIfAbsent(collection, c -> new PrivateWrites());
  }

  private static <V> Map<String, V> sorted() {
    return new TreeMap<>(Utf8Order.COMPARATOR);
  }

  private static final class Namespace {
    final Map<String, KVRead> reads = sorted();
    final Map<String, KVWrite> writes = sorted();
    final Map<String, KVMetadataWrite> metadataWrites = sorted();
    final Map<List<Object>, RangeQueryInfo> rangeQueries = new LinkedHashMap<>();
    final Map<String, HashedCollection> collections = sorted();

    NsReadWriteSet build(String name, Map<String, PrivateWrites> privateWrites) {
      NsReadWriteSet.Builder set =
          NsReadWriteSet.newBuilder()
              .setNamespace(name)
              .setRwset(
                  KVRWSet.newBuilder()
                      .addAllReads(reads.values())
                      .addAllRangeQueriesInfo(rangeQueries.values())
                      .addAllWrites(writes.values())
                      .addAllMetadataWrites(metadataWrites.values())
                      .build()
                      .toByteString());
      collections.forEach(
          (collection, hashed) ->
              set.addCollectionHashedRwset(
                  hashed.build(collection, Optional.ofNullable(privateWrites.get(collection)))));
      return set.build();
    }
  }

  private static final class HashedCollection {
    final Map<String, KVReadHash> reads = sorted();
    final Map<String, KVWriteHash> writes = sorted();
    final Map<String, KVMetadataWriteHash> metadataWrites = sorted();

    CollectionHashedReadWriteSet build(String name, Optional<PrivateWrites> plain) {
      CollectionHashedReadWriteSet.Builder set =
          CollectionHashedReadWriteSet.newBuilder()
              .setCollectionName(name)
              .setHashedRwset(
                  HashedRWSet.newBuilder()
                      .addAllHashedReads(reads.values())
                      .addAllHashedWrites(writes.values())
                      .addAllMetadataWrites(metadataWrites.values())
                      .build()
                      .toByteString());
      plain.ifPresent(writes -> set.setPvtRwsetHash(Sha256.of(writes.toByteString())));
      return set.build();
    }
  }

  private static final class PrivateWrites {
    final Map<String, KVWrite> writes = sorted();
    final Map<String, KVMetadataWrite> metadataWrites = sorted();

    ByteString toByteString() {
      return KVRWSet.newBuilder()
          .addAllWrites(writes.values())
          .addAllMetadataWrites(metadataWrites.values())
          .build()
          .toByteString();
    }
  }
}
