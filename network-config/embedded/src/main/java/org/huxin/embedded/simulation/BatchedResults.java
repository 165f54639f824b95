// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/**
 * Results as a peer hands them to chaincode: in batches of {@value #BATCH}, each with one result
 * more taken from the query. What chaincode does not look at was read all the same.
 *
 * @param <T> what a result is to chaincode
 */
final class BatchedResults<T>
    implements QueryResultsIterator<T>, QueryResultsIteratorWithMetadata<T> {
  /** Fabric's own constant ({@code maxResultLimit}). */
  private static final int BATCH = 100;

  private final Supplier<Optional<T>> query;
  private final Deque<T> pending = new ArrayDeque<>();
  private final QueryResponseMetadata metadata;
  private int remaining;
  private boolean exhausted;
  private boolean closed;

  private BatchedResults(Supplier<Optional<T>> query, int limit, QueryResponseMetadata metadata) {
    this.query = query;
    this.remaining = limit;
    this.metadata = metadata;
  }

  /** All results, up to a limit. */
  static <T> BatchedResults<T> of(Supplier<Optional<T>> query, int limit) {
    BatchedResults<T> results =
        new BatchedResults<>(query, limit, QueryResponseMetadata.getDefaultInstance());
    results.fill();
    return results;
  }

  /** One page, read at once. */
  static <T> BatchedResults<T> page(
      Supplier<Optional<T>> query, int size, Supplier<String> bookmark) {
    BatchedResults<T> read =
        new BatchedResults<>(query, size, QueryResponseMetadata.getDefaultInstance());
    while (read.take()) {
      // The page's size bounds this.
    }
    BatchedResults<T> page =
        new BatchedResults<>(
            Optional::empty,
            0,
            QueryResponseMetadata.newBuilder()
                .setFetchedRecordsCount(read.pending.size())
                .setBookmark(bookmark.get())
                .build());
    page.pending.addAll(read.pending);
    return page;
  }

  private void fill() {
    while (pending.size() <= BATCH && take()) {
      // The batch's size bounds this.
    }
  }

  private boolean take() {
    if (exhausted || remaining == 0) {
      return false;
    }
    Optional<T> next = query.get();
    next.ifPresentOrElse(pending::add, () -> exhausted = true);
    remaining--;
    return !exhausted;
  }

  @Override
  public QueryResponseMetadata getMetadata() {
    return metadata;
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private int handedOut;

      @Override
      public boolean hasNext() {
        return !closed && !pending.isEmpty();
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException("no more results");
        }
        if (handedOut > 0 && handedOut % BATCH == 0) {
          fill();
        }
        handedOut++;
        return pending.remove();
      }
    };
  }

  @Override
  public void close() {
    closed = true;
  }
}
