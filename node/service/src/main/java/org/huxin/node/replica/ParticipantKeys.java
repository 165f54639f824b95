// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.util.List;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.rocksdb.ReadOptions;

/** What a participant keeps, read outside of a commit. Thread-safe. */
final class ParticipantKeys implements KeySpace {
  private static final String PREFIX = "own-";

  private final RocksTables tables;
  private final String table;
  private final ReadOptions options;

  ParticipantKeys(RocksTables tables, String participant, ReadOptions options) {
    this.tables = tables;
    this.table = table(participant);
    this.options = options;
  }

  /** The table of a participant. */
  static String table(String participant) {
    if (!participant.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("no name of a participant");
    }
    return PREFIX + participant;
  }

  @Override
  public Optional<Bytes> get(Bytes key) {
    return tables.get(table, key.toByteArray(), options).map(Bytes::of);
  }

  @Override
  public List<Pair> range(Bytes from, Optional<Bytes> to, int limit) {
    return pairs(
        tables.range(table, from.toByteArray(), to.map(Bytes::toByteArray), limit, options));
  }

  static List<Pair> pairs(List<StoredPair> stored) {
    return stored.stream()
        .map(each -> new Pair(Bytes.of(each.key()), Bytes.of(each.value())))
        .toList();
  }
}
