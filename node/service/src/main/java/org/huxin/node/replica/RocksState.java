// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.huxin.fabric.state.KeyModificationRecord;
import org.huxin.fabric.state.KeyedEntry;
import org.huxin.fabric.state.StateEntry;
import org.huxin.fabric.state.StateUpdates.CollectionName;
import org.huxin.fabric.state.Utf8Order;
import org.huxin.fabric.state.WholeState;
import org.rocksdb.ReadOptions;

/**
 * The state in the replica's tables, as of a snapshot or as it is. A node is no member of
 * collections and keeps no histories of keys: of both there is nothing. Thread-safe.
 */
final class RocksState implements WholeState {
  /** So many pairs are read at once where many are read one after the other. */
  private static final int PAGE = 512;

  private final RocksTables tables;
  private final ReadOptions options;

  RocksState(RocksTables tables, ReadOptions options) {
    this.tables = tables;
    this.options = options;
  }

  @Override
  public Optional<StateEntry> get(String namespace, String key) {
    return tables
        .get(Table.VALUES.family(), StoredKeys.value(namespace, key), options)
        .map(this::entry);
  }

  @Override
  public Iterator<KeyedEntry> range(String namespace, String start, String end) {
    if (!end.isEmpty() && Utf8Order.COMPARATOR.compare(start, end) >= 0) {
      return Collections.emptyIterator();
    }
    byte[] to = end.isEmpty() ? StoredKeys.behind(namespace) : StoredKeys.value(namespace, end);
    int skipped = StoredKeys.value(namespace, "").length;
    return new Paged<>(
        Table.VALUES,
        StoredKeys.value(namespace, start),
        Optional.of(to),
        pair ->
            new KeyedEntry(
                StoredKeys.text(pair.key(), skipped, pair.key().length), entry(pair.value())));
  }

  @Override
  public Optional<StateEntry> hashed(String namespace, String collection, ByteString keyHash) {
    return tables
        .get(Table.HASHES.family(), StoredKeys.hash(namespace, collection, keyHash), options)
        .map(this::entry);
  }

  @Override
  public Optional<StateEntry> privateValue(String namespace, String collection, String key) {
    return Optional.empty();
  }

  @Override
  public Iterator<KeyedEntry> privateRange(
      String namespace, String collection, String start, String end) {
    return Collections.emptyIterator();
  }

  @Override
  public Iterator<KeyModificationRecord> history(String namespace, String key) {
    return Collections.emptyIterator();
  }

  @Override
  public void visitValues(ValueVisitor visitor) {
    each(Table.VALUES)
        .forEachRemaining(
            pair -> {
              byte[] key = pair.key();
              int end = StoredKeys.end(key, 0);
              visitor.visit(
                  StoredKeys.text(key, 0, end),
                  StoredKeys.text(key, end + 1, key.length),
                  entry(pair.value()));
            });
  }

  @Override
  public void visitHashes(HashVisitor visitor) {
    each(Table.HASHES)
        .forEachRemaining(
            pair -> {
              byte[] key = pair.key();
              int first = StoredKeys.end(key, 0);
              int second = StoredKeys.end(key, first + 1);
              visitor.visit(
                  new CollectionName(
                      StoredKeys.text(key, 0, first), StoredKeys.text(key, first + 1, second)),
                  ByteString.copyFrom(key, second + 1, key.length - second - 1),
                  entry(pair.value()));
            });
  }

  private Iterator<StoredPair> each(Table table) {
    return new Paged<>(table, new byte[0], Optional.empty(), Function.identity());
  }

  private StateEntry entry(byte[] stored) {
    try {
      return StoredEntry.decode(stored);
    } catch (ReplicaRefusedException e) {
      tables.fail(e);
      throw e;
    }
  }

  /** Reads on page by page, so that nobody need close it. */
  private final class Paged<T> implements Iterator<T> {
    private final Table table;
    private final Optional<byte[]> to;
    private final Function<StoredPair, T> form;
    private final Deque<StoredPair> page = new ArrayDeque<>();
    private byte[] from;
    private boolean exhausted;

    Paged(Table table, byte[] from, Optional<byte[]> to, Function<StoredPair, T> form) {
      this.table = table;
      this.from = from;
      this.to = to;
      this.form = form;
    }

    @Override
    public boolean hasNext() {
      if (page.isEmpty() && !exhausted) {
        List<StoredPair> next = tables.range(table.family(), from, to, PAGE, options);
        exhausted = next.size() < PAGE;
        page.addAll(next);
        if (!next.isEmpty()) {
          // The least key that is greater.
          from = StoredKeys.concat(next.get(next.size() - 1).key(), new byte[1]);
        }
      }
      return !page.isEmpty();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return form.apply(page.removeFirst());
    }
  }
}
