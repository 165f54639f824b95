// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.state;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/**
 * What the valid transactions of a block change, gathered in the order of the block. A value that
 * is written keeps its key's metadata, metadata keep their key's value, and metadata of a key that
 * does not exist are dropped, as in Fabric. For one thread.
 */
public final class StateUpdates {
  /** SHA-256 of nothing: a private value of no bytes is a deletion. */
  private static final ByteString HASH_OF_NOTHING =
      ByteString.fromHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

  private final CommittedState before;
  private final Map<String, Map<String, Optional<StateEntry>>> values =
      new TreeMap<>(Utf8Order.COMPARATOR);
  private final Map<CollectionName, Map<ByteString, Optional<StateEntry>>> hashes = new HashMap<>();

  /** No change yet of a state. */
  public StateUpdates(CommittedState before) {
    this.before = before;
  }

  /**
   * A collection of private data.
   *
   * @param namespace the chaincode
   * @param collection its name
   */
  public record CollectionName(String namespace, String collection) {}

  /** Public values by namespace and key, in the order of UTF-8 bytes; empty where deleted. */
  public Map<String, Map<String, Optional<StateEntry>>> values() {
    return values;
  }

  /** Hashes of private values by collection and hash of the key; empty where deleted. */
  public Map<CollectionName, Map<ByteString, Optional<StateEntry>>> hashes() {
    return hashes;
  }

  /** Whether an earlier transaction of the block touched a key. */
  public boolean touches(String namespace, String key) {
    return values.getOrDefault(namespace, Map.of()).containsKey(key);
  }

  /** Whether an earlier transaction of the block touched a private key. */
  public boolean touches(String namespace, String collection, ByteString keyHash) {
    return hashes
        .getOrDefault(new CollectionName(namespace, collection), Map.of())
        .containsKey(keyHash);
  }

  /**
   * Adds what a valid transaction writes.
   *
   * @throws InvalidProtocolBufferException if a set inside cannot be read
   */
  public void add(TxReadWriteSet set, Version version) throws InvalidProtocolBufferException {
    for (NsReadWriteSet namespace : set.getNsRwsetList()) {
      KVRWSet writes = KVRWSet.parseFrom(namespace.getRwset());
      addPublic(namespace.getNamespace(), writes, version);
      for (CollectionHashedReadWriteSet collection : namespace.getCollectionHashedRwsetList()) {
        addHashed(
            new CollectionName(namespace.getNamespace(), collection.getCollectionName()),
            HashedRWSet.parseFrom(collection.getHashedRwset()),
            version);
      }
    }
  }

  private void addPublic(String namespace, KVRWSet set, Version version) {
    for (KVWrite write : set.getWritesList()) {
      Optional<StateEntry> old = current(namespace, write.getKey());
      put(
          namespace,
          write.getKey(),
          write.getIsDelete() || write.getValue().isEmpty()
              ? Optional.empty()
              : Optional.of(written(write.getValue(), old, version)));
    }
    for (KVMetadataWrite write : set.getMetadataWritesList()) {
      current(namespace, write.getKey())
          .ifPresent(
              old ->
                  put(
                      namespace,
                      write.getKey(),
                      Optional.of(
                          new StateEntry(old.value(), metadata(write.getEntriesList()), version))));
    }
  }

  private void addHashed(CollectionName collection, HashedRWSet set, Version version) {
    for (KVWriteHash write : set.getHashedWritesList()) {
      Optional<StateEntry> old = current(collection, write.getKeyHash());
      boolean deleted =
          write.getIsDelete()
              || write.getValueHash().isEmpty()
              || write.getValueHash().equals(HASH_OF_NOTHING);
      put(
          collection,
          write.getKeyHash(),
          deleted ? Optional.empty() : Optional.of(written(write.getValueHash(), old, version)));
    }
    for (KVMetadataWriteHash write : set.getMetadataWritesList()) {
      current(collection, write.getKeyHash())
          .ifPresent(
              old ->
                  put(
                      collection,
                      write.getKeyHash(),
                      Optional.of(
                          new StateEntry(old.value(), metadata(write.getEntriesList()), version))));
    }
  }

  private static StateEntry written(ByteString value, Optional<StateEntry> old, Version version) {
    return new StateEntry(value, old.map(StateEntry::metadata).orElse(Map.of()), version);
  }

  private static Map<String, ByteString> metadata(Iterable<KVMetadataEntry> entries) {
    Map<String, ByteString> metadata = new HashMap<>();
    entries.forEach(entry -> metadata.put(entry.getName(), entry.getValue()));
    return metadata;
  }

  private Optional<StateEntry> current(String namespace, String key) {
    Map<String, Optional<StateEntry>> written = values.getOrDefault(namespace, Map.of());
    return written.containsKey(key)
        ? written.getOrDefault(key, Optional.empty())
        : before.get(namespace, key);
  }

  private Optional<StateEntry> current(CollectionName collection, ByteString keyHash) {
    Map<ByteString, Optional<StateEntry>> written = hashes.getOrDefault(collection, Map.of());
    return written.containsKey(keyHash)
        ? written.getOrDefault(keyHash, Optional.empty())
        : before.hashed(collection.namespace(), collection.collection(), keyHash);
  }

  private void put(String namespace, String key, Optional<StateEntry> entry) {
    values.computeIfAbsent(namespace, n -> new TreeMap<>(Utf8Order.COMPARATOR)).put(key, entry);
  }

  private void put(CollectionName collection, ByteString keyHash, Optional<StateEntry> entry) {
    hashes
        .computeIfAbsent(
            collection, c -> new TreeMap<>(ByteString.unsignedLexicographicalComparator()))
        .put(keyHash, entry);
  }
}
