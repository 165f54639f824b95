// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import java.util.Iterator;
import java.util.Optional;
import org.huxin.fabric.state.KeyedEntry;
import org.huxin.fabric.validation.KeyReads;
import org.huxin.fabric.validation.RangeReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/** A range query on public state and what was taken from it. */
final class RangeQuery {
  private final String namespace;
  private final String start;
  private final String end;
  private final Iterator<KeyedEntry> entries;
  private final int limit;
  private final RangeReads reads = new RangeReads();
  private int taken;
  private String last = "";
  private boolean exhausted;

  /** A query that ends after {@code limit} results; 0 for no limit. */
  RangeQuery(String namespace, String start, String end, Iterator<KeyedEntry> entries, int limit) {
    this.namespace = namespace;
    this.start = start;
    this.end = end;
    this.entries = entries;
    this.limit = limit;
  }

  String namespace() {
    return namespace;
  }

  /** The next result, or empty at the end, which then counts as read too. */
  Optional<KeyedEntry> next() {
    if (!entries.hasNext() || (limit > 0 && taken >= limit)) {
      exhausted = true;
      last = end;
      return Optional.empty();
    }
    KeyedEntry entry = entries.next();
    taken++;
    last = entry.key();
    reads.add(KeyReads.of(entry.key(), Optional.of(entry.entry().version())));
    return Optional.of(entry);
  }

  /** Where the next page begins; empty after the last. */
  String bookmark() {
    return entries.hasNext() ? entries.next().key() : "";
  }

  RangeQueryInfo describe() {
    RangeQueryInfo.Builder query =
        RangeQueryInfo.newBuilder().setStartKey(start).setEndKey(last).setItrExhausted(exhausted);
    reads.writeTo(query);
    return query.build();
  }
}
