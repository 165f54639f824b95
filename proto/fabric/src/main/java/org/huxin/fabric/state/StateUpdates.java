// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.state;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private final Map<Object, Version> versions = new HashMap<>();
  private Version adding = new Version(0, 0);

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

  /** The transaction that last changed or deleted a key. */
  public Version version(String namespace, String key) {
    return Objects.requireNonNull(versions.get(List.of(namespace, key)), "not changed");
  }

  /** The transaction that last changed or deleted a private key. */
  public Version version(CollectionName collection, ByteString keyHash) {
    return Objects.requireNonNull(versions.get(List.of(collection, keyHash)), "not changed");
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
    adding = version;
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
    Map<String, KeyChange> changes = new LinkedHashMap<>();
    for (KVWrite write : set.getWritesList()) {
      KeyChange change = changes.computeIfAbsent(write.getKey(), k -> new KeyChange());
      if (write.getIsDelete() || write.getValue().isEmpty()) {
        change.delete();
      } else {
        change.write(write.getValue());
      }
    }
    for (KVMetadataWrite write : set.getMetadataWritesList()) {
      changes
          .computeIfAbsent(write.getKey(), k -> new KeyChange())
          .writeMetadata(metadata(write.getEntriesList()));
    }
    changes.forEach(
        (key, change) -> {
          Optional<StateEntry> old = current(namespace, key);
          if (change.applies(old)) {
            put(namespace, key, change.result(old, version));
          }
        });
  }

  private void addHashed(CollectionName collection, HashedRWSet set, Version version) {
    Map<ByteString, KeyChange> changes = new LinkedHashMap<>();
    for (KVWriteHash write : set.getHashedWritesList()) {
      KeyChange change = changes.computeIfAbsent(write.getKeyHash(), k -> new KeyChange());
      boolean deleted =
          write.getIsDelete()
              || write.getValueHash().isEmpty()
              || write.getValueHash().equals(HASH_OF_NOTHING);
      if (deleted) {
        change.delete();
      } else {
        change.write(write.getValueHash());
      }
    }
    for (KVMetadataWriteHash write : set.getMetadataWritesList()) {
      changes
          .computeIfAbsent(write.getKeyHash(), k -> new KeyChange())
          .writeMetadata(metadata(write.getEntriesList()));
    }
    changes.forEach(
        (keyHash, change) -> {
          Optional<StateEntry> old = current(collection, keyHash);
          if (change.applies(old)) {
            put(collection, keyHash, change.result(old, version));
          }
        });
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
    versions.put(List.of(namespace, key), adding);
    values.computeIfAbsent(namespace, n -> new TreeMap<>(Utf8Order.COMPARATOR)).put(key, entry);
  }

  private void put(CollectionName collection, ByteString keyHash, Optional<StateEntry> entry) {
    versions.put(List.of(collection, keyHash), adding);
    hashes
        .computeIfAbsent(
            collection, c -> new TreeMap<>(ByteString.unsignedLexicographicalComparator()))
        .put(keyHash, entry);
  }
}
