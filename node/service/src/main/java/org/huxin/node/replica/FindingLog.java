// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.block.LedgerBlock;
import org.huxin.node.finding.Finding;
import org.rocksdb.ReadOptions;
import org.rocksdb.WriteBatchWithIndex;

/**
 * What was found wrong, in the order in which it was found, with the blocks that prove it. Kept for
 * ever. Thread-safe.
 */
public final class FindingLog {
  /** The number of the finding with which following stopped, until somebody lets it go on. */
  private static final byte[] STOPPED = StoredKeys.text("stopped");

  private static final int ALL = Integer.MAX_VALUE;

  private final RocksTables tables;
  private final ReadOptions options;

  FindingLog(RocksTables tables, ReadOptions options) {
    this.tables = tables;
    this.options = options;
  }

  /**
   * Keeps a finding; once this returns it outlives a loss of power.
   *
   * @param evidence the blocks that prove it, such as both of a fork
   */
  public synchronized void add(Finding finding, List<LedgerBlock> evidence) {
    long number = all().size();
    try (WriteBatchWithIndex batch = new WriteBatchWithIndex(true)) {
      tables.put(
          batch,
          Table.FINDINGS.family(),
          StoredKeys.number(number),
          Finding.CODEC.toBytes(finding).toByteArray());
      for (int i = 0; i < evidence.size(); i++) {
        ByteString block = evidence.get(i).block().toByteString();
        tables.put(batch, Table.EVIDENCE.family(), evidenceKey(number, i), block.toByteArray());
      }
      if (finding.code().stops()) {
        tables.put(batch, Table.META.family(), STOPPED, StoredKeys.number(number));
      }
      tables.write(batch);
    }
  }

  /** All findings, the oldest first. */
  public List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (StoredPair each :
        tables.range(Table.FINDINGS.family(), new byte[0], Optional.empty(), ALL, options)) {
      all.add(decode(each.value()));
    }
    return all;
  }

  /** The blocks that prove a finding, by its place in {@link #all}. */
  public List<LedgerBlock> evidence(int number) {
    return tables
        .range(
            Table.EVIDENCE.family(),
            evidenceKey(number, 0),
            Optional.of(evidenceKey(number + 1L, 0)),
            ALL,
            options)
        .stream()
        .map(each -> LedgerBlock.read(Bytes.of(each.value())))
        .toList();
  }

  /** The finding with which following stopped; empty if it may go on. */
  public Optional<Finding> stop() {
    return tables
        .get(Table.META.family(), STOPPED, options)
        .map(number -> all().get((int) ByteBuffer.wrap(number).getLong()));
  }

  /** Lets following go on: somebody has looked at the finding, which stays in the log. */
  public synchronized void clearStop() {
    try (WriteBatchWithIndex batch = new WriteBatchWithIndex(true)) {
      tables.delete(batch, Table.META.family(), STOPPED);
      tables.write(batch);
    }
  }

  private Finding decode(byte[] stored) {
    try {
      return Finding.CODEC.fromBytes(Bytes.of(stored), JsonLimits.FILE);
    } catch (JsonRefusedException | DecodeRefusedException e) {
      ReplicaRefusedException refused =
          new ReplicaRefusedException(
              ReplicaRefusal.REPLICA_CORRUPT, Map.of("finding", e.code().name()));
      tables.fail(refused);
      throw refused;
    }
  }

  private static byte[] evidenceKey(long finding, int block) {
    return StoredKeys.concat(StoredKeys.number(finding), StoredKeys.number(block));
  }
}
