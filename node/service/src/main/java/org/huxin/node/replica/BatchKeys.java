// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.util.List;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.rocksdb.ReadOptions;
import org.rocksdb.WriteBatchWithIndex;

/** A participant's keys while a block is committed. */
final class BatchKeys implements WritableKeySpace {
  private final RocksTables tables;
  private final WriteBatchWithIndex batch;
  private final String table;
  private final ReadOptions options;

  BatchKeys(
      RocksTables tables, WriteBatchWithIndex batch, String participant, ReadOptions options) {
    this.tables = tables;
    this.batch = batch;
    this.table = ParticipantKeys.table(participant);
    this.options = options;
  }

  @Override
  public void put(Bytes key, Bytes value) {
    tables.put(batch, table, key.toByteArray(), value.toByteArray());
  }

  @Override
  public void delete(Bytes key) {
    tables.delete(batch, table, key.toByteArray());
  }

  @Override
  public Optional<Bytes> get(Bytes key) {
    return tables.get(batch, table, key.toByteArray(), options).map(Bytes::of);
  }

  @Override
  public List<Pair> range(Bytes from, Optional<Bytes> to, int limit) {
    return ParticipantKeys.pairs(
        tables.range(batch, table, from.toByteArray(), to.map(Bytes::toByteArray), limit, options));
  }
}
