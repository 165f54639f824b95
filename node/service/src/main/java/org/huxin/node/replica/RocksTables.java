// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatchWithIndex;
import org.rocksdb.WriteOptions;

/**
 * The tables of one RocksDB, which this process alone has open. Once a file was found damaged,
 * nothing is read or written any more; after a write that failed, nothing is written. Thread-safe.
 */
final class RocksTables implements AutoCloseable {
  static {
    RocksDB.loadLibrary();
  }

  private static final String DATA = "db";

  /** RocksDB's own mark of a database, the first file that opening reads. */
  private static final String CURRENT = "CURRENT";

  /** Shared by all tables; what is asked often is kept decoded elsewhere. */
  private static final long CACHE_BYTES = 64L << 20;

  /** About one needless read in a hundred for a key that is not there. */
  private static final double BLOOM_BITS = 10;

  /** Old logs of RocksDB itself are of use to nobody. */
  private static final int KEPT_LOGS = 3;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Deque<AbstractNativeReference> owned;
  private final FolderLock held;
  private final RocksDB db;
  private final Map<String, ColumnFamilyHandle> families;
  private final WriteOptions durable;
  private volatile @Nullable ReplicaRefusedException failure;
  private volatile @Nullable ReplicaRefusedException writeFailure;
  private boolean closed;

  private RocksTables(
      RocksDB db,
      Map<String, ColumnFamilyHandle> families,
      Deque<AbstractNativeReference> owned,
      FolderLock held) {
    this.db = db;
    this.families = families;
    this.owned = owned;
    this.held = held;
    this.durable = new WriteOptions().setSync(true);
    owned.push(durable);
  }

  /**
   * Opens the tables of a folder, or makes them.
   *
   * @param names of the tables that there must be, the default one first
   * @throws ReplicaRefusedException if another process has them, they are damaged, or the folder
   *     holds something else
   */
  static RocksTables open(Path folder, List<String> names) {
    FolderLock held = FolderLock.of(folder);
    Deque<AbstractNativeReference> owned = new ArrayDeque<>();
    boolean opened = false;
    try {
      RocksTables tables = open(folder.resolve(DATA), names, owned, held);
      opened = true;
      return tables;
    } catch (RocksDBException e) {
      throw ReplicaRefusedException.of(e);
    } catch (IOException e) {
      throw FolderLock.failed(e);
    } finally {
      if (!opened) {
        owned.forEach(AbstractNativeReference::close);
        held.close();
      }
    }
  }

  private static RocksTables open(
      Path data, List<String> names, Deque<AbstractNativeReference> owned, FolderLock held)
      throws RocksDBException, IOException {
    Set<String> all = new LinkedHashSet<>(names);
    if (Files.exists(data.resolve(CURRENT))) {
      try (Options options = new Options()) {
        for (byte[] name : RocksDB.listColumnFamilies(options, data.toString())) {
          all.add(StoredKeys.text(name, 0, name.length));
        }
      }
    } else {
      requireEmpty(data);
    }
    LRUCache cache = new LRUCache(CACHE_BYTES);
    owned.push(cache);
    BloomFilter bloom = new BloomFilter(BLOOM_BITS);
    owned.push(bloom);
    List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
    for (String name : all) {
      ColumnFamilyOptions options =
          new ColumnFamilyOptions()
              .setTableFormatConfig(
                  new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(bloom));
      if (name.equals(Table.BLOCKS.family()) || name.equals(Table.EVIDENCE.family())) {
        // Blocks are written once and read seldom: sorting them again and again is of no use.
        options.setEnableBlobFiles(true);
      }
      owned.push(options);
      descriptors.add(new ColumnFamilyDescriptor(StoredKeys.text(name), options));
    }
    DBOptions options =
        new DBOptions()
            .setCreateIfMissing(true)
            .setCreateMissingColumnFamilies(true)
            .setParanoidChecks(true)
            .setKeepLogFileNum(KEPT_LOGS);
    owned.push(options);
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    RocksDB db = RocksDB.open(options, data.toString(), descriptors, handles);
    owned.push(db);
    Map<String, ColumnFamilyHandle> families = new HashMap<>();
    int i = 0;
    for (String name : all) {
      ColumnFamilyHandle handle = handles.get(i++);
      owned.push(handle);
      families.put(name, handle);
    }
    return new RocksTables(db, families, owned, held);
  }

  /** Without its mark a database would be begun anew over what is left of the old one. */
  private static void requireEmpty(Path data) throws IOException {
    Files.createDirectories(data);
    try (Stream<Path> files = Files.list(data)) {
      if (files.findAny().isPresent()) {
        throw new ReplicaRefusedException(
            ReplicaRefusal.REPLICA_CORRUPT, Map.of("missing", CURRENT));
      }
    }
  }

  /** What reads or writes, and may fail as RocksDB does. */
  private interface Access<T> {
    T run() throws RocksDBException;
  }

  private <T> T access(Access<T> access) {
    lock.readLock().lock();
    try {
      requireUsable();
      return access.run();
    } catch (RocksDBException e) {
      ReplicaRefusedException refused = ReplicaRefusedException.of(e);
      if (refused.code() == ReplicaRefusal.REPLICA_CORRUPT) {
        failure = refused;
      }
      throw refused;
    } finally {
      lock.readLock().unlock();
    }
  }

  private static void requireUsable(@Nullable ReplicaRefusedException failed) {
    if (failed != null) {
      throw new ReplicaRefusedException(failed.code(), failed.evidence());
    }
  }

  private void requireUsable() {
    requireUsable(failure);
    if (closed) {
      throw new ReplicaRefusedException(ReplicaRefusal.REPLICA_CLOSED, Map.of());
    }
  }

  /** The names of all tables. */
  Set<String> names() {
    return Set.copyOf(families.keySet());
  }

  /** Why nothing is read, or nothing is written any more; empty while all is well. */
  Optional<ReplicaRefusedException> failure() {
    return Optional.ofNullable(failure).or(() -> Optional.ofNullable(writeFailure));
  }

  /** Notes that what was read is damaged: nothing is answered from now on. */
  void fail(ReplicaRefusedException found) {
    failure = found;
  }

  private ColumnFamilyHandle family(String table) {
    ColumnFamilyHandle handle = families.get(table);
    if (handle == null) {
      throw new IllegalArgumentException("no table " + table);
    }
    return handle;
  }

  Optional<byte[]> get(String table, byte[] key, ReadOptions options) {
    return access(() -> Optional.ofNullable(db.get(family(table), options, key)));
  }

  Optional<byte[]> get(WriteBatchWithIndex batch, String table, byte[] key, ReadOptions options) {
    return access(
        () -> Optional.ofNullable(batch.getFromBatchAndDB(db, family(table), options, key)));
  }

  /**
   * Pairs in the order of their keys.
   *
   * @param to the last key, exclusive; empty for no end
   */
  List<StoredPair> range(
      String table, byte[] from, Optional<byte[]> to, int limit, ReadOptions options) {
    return access(
        () -> {
          try (RocksIterator iterator = db.newIterator(family(table), options)) {
            return take(iterator, from, to, limit);
          }
        });
  }

  /** The same, with what a batch writes. */
  List<StoredPair> range(
      WriteBatchWithIndex batch,
      String table,
      byte[] from,
      Optional<byte[]> to,
      int limit,
      ReadOptions options) {
    return access(
        () -> {
          ColumnFamilyHandle family = family(table);
          try (RocksIterator beneath = db.newIterator(family, options);
              RocksIterator iterator = batch.newIteratorWithBase(family, beneath, options)) {
            return take(iterator, from, to, limit);
          }
        });
  }

  private static List<StoredPair> take(
      RocksIterator iterator, byte[] from, Optional<byte[]> to, int limit) throws RocksDBException {
    List<StoredPair> found = new ArrayList<>();
    for (iterator.seek(from); found.size() < limit && iterator.isValid(); iterator.next()) {
      byte[] key = iterator.key();
      if (to.isPresent() && Arrays.compareUnsigned(key, to.get()) >= 0) {
        break;
      }
      found.add(new StoredPair(key, iterator.value()));
    }
    iterator.status();
    return found;
  }

  /** Adds a write to a batch. */
  void put(WriteBatchWithIndex batch, String table, byte[] key, byte[] value) {
    access(
        () -> {
          batch.put(family(table), key, value);
          return batch;
        });
  }

  /** Adds a removal to a batch. */
  void delete(WriteBatchWithIndex batch, String table, byte[] key) {
    access(
        () -> {
          batch.delete(family(table), key);
          return batch;
        });
  }

  /** Writes a batch, whole or not at all; once this returns it outlives a loss of power. */
  void write(WriteBatchWithIndex batch) {
    requireUsable(writeFailure);
    try {
      access(
          () -> {
            db.write(durable, batch);
            return batch;
          });
    } catch (ReplicaRefusedException e) {
      writeFailure = e;
      throw e;
    }
  }

  Snapshot snapshot() {
    return access(db::getSnapshot);
  }

  void release(Snapshot snapshot) {
    lock.readLock().lock();
    try {
      if (!closed) {
        db.releaseSnapshot(snapshot);
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Writes the tables as they are into a new folder, whose files may be shared with these. */
  void copyTo(Path folder) {
    access(
        () -> {
          try (Checkpoint copy = Checkpoint.create(db)) {
            copy.createCheckpoint(folder.toString());
          }
          return db;
        });
  }

  /** Moves what is in memory alone into files. */
  void flush() {
    access(
        () -> {
          try (FlushOptions all = new FlushOptions().setWaitForFlush(true)) {
            db.flush(all, List.copyOf(families.values()));
          }
          return db;
        });
  }

  /** Reads every file and compares its checksums. */
  void verifyChecksums() {
    access(
        () -> {
          db.verifyChecksum();
          return db;
        });
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      owned.forEach(AbstractNativeReference::close);
      held.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
