// SPDX-License-Identifier: Apache-2.0
package org.huxin.chaincode;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.huxin.core.ledger.StoredLedgerView;
import org.huxin.crypto.bytes.Bytes;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/** The ledger as a peer shows it to one transaction. For one thread. */
final class StubLedgerView extends StoredLedgerView {
  private static final String SEPARATOR = "\u0000";

  private final ChaincodeStub stub;
  private final boolean paginated;

  /**
   * A view.
   *
   * @param paginated whether ranges are read by pages: only where nothing is written, for a peer
   *     does not check such reads again when it commits
   */
  StubLedgerView(ChaincodeStub stub, boolean paginated) {
    this.stub = stub;
    this.paginated = paginated;
  }

  @Override
  protected Optional<Bytes> value(String key) {
    byte[] value = stub.getState(key);
    // The shim shows a key that is not there as an empty value; no entity's value is empty.
    return value == null || value.length == 0 ? Optional.empty() : Optional.of(Bytes.of(value));
  }

  @Override
  protected List<StoredEntry> range(String from, String to, int limit) {
    CompositeKey prefix = prefix(to);
    // Where the range begins: the shim knows no other way into the middle of composite keys.
    String bookmark = from.equals(prefix.toString()) ? "" : from;
    if (paginated) {
      QueryResultsIteratorWithMetadata<KeyValue> page =
          stub.getStateByPartialCompositeKeyWithPagination(prefix, limit, bookmark);
      return take(page, page, from, limit);
    }
    QueryResultsIterator<KeyValue> all = stub.getStateByPartialCompositeKey(prefix);
    return take(all, all, from, limit);
  }

  private static List<StoredEntry> take(
      Iterable<KeyValue> results, AutoCloseable query, String from, int limit) {
    List<StoredEntry> entries = new ArrayList<>();
    try {
      Iterator<KeyValue> each = results.iterator();
      while (entries.size() < limit && each.hasNext()) {
        KeyValue entry = each.next();
        if (entry.getKey().compareTo(from) >= 0) {
          entries.add(new StoredEntry(entry.getKey(), Bytes.of(entry.getValue())));
        }
      }
      return entries;
    } finally {
      close(query);
    }
  }

  private static void close(AutoCloseable query) {
    try {
      query.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("the peer's results cannot be closed", e);
    }
  }

  /** A range ends behind all keys of a prefix; the prefix is what stands before its last mark. */
  private static CompositeKey prefix(String to) {
    String[] parts = to.substring(1, to.lastIndexOf(SEPARATOR)).split(SEPARATOR, -1);
    return new CompositeKey(parts[0], List.of(parts).subList(1, parts.length));
  }
}
