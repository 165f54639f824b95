// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.huxin.crypto.bytes.Bytes;

/** Compares all that follows from blocks in two replicas, pair by pair. Stateless. */
public final class ReplicaComparison {
  /** So many pairs are compared at once. */
  private static final int PAGE = 1024;

  /** What is not derived from blocks. */
  private static final List<String> NOT_DERIVED =
      List.of(Table.META.family(), Table.FINDINGS.family(), Table.EVIDENCE.family());

  private ReplicaComparison() {}

  /**
   * The first difference of a table.
   *
   * @param table its name
   * @param key the least key that one of the two lacks or has another value for
   */
  public record Difference(String table, Bytes key) {}

  /** Where two replicas differ; empty if both have the same blocks and derived the same. */
  public static List<Difference> of(Replica one, Replica other) {
    List<Difference> differences = new ArrayList<>();
    TreeSet<String> tables = new TreeSet<>(one.tables().names());
    tables.addAll(other.tables().names());
    NOT_DERIVED.forEach(tables::remove);
    for (String table : tables) {
      first(one, other, table).map(key -> new Difference(table, key)).ifPresent(differences::add);
    }
    if (!one.position().equals(other.position())) {
      differences.add(new Difference(Table.META.family(), Bytes.utf8("position")));
    }
    return differences;
  }

  private static Optional<Bytes> first(Replica one, Replica other, String table) {
    byte[] from = new byte[0];
    while (true) {
      List<StoredPair> left = page(one, table, from);
      List<StoredPair> right = page(other, table, from);
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        if (i >= left.size() || i >= right.size()) {
          return Optional.of(Bytes.of((i < left.size() ? left : right).get(i).key()));
        }
        StoredPair mine = left.get(i);
        StoredPair theirs = right.get(i);
        int order = Arrays.compareUnsigned(mine.key(), theirs.key());
        if (order != 0 || !Arrays.equals(mine.value(), theirs.value())) {
          return Optional.of(Bytes.of(order <= 0 ? mine.key() : theirs.key()));
        }
      }
      if (left.size() < PAGE) {
        return Optional.empty();
      }
      from = StoredKeys.concat(left.get(left.size() - 1).key(), new byte[1]);
    }
  }

  private static List<StoredPair> page(Replica replica, String table, byte[] from) {
    if (!replica.tables().names().contains(table)) {
      return List.of();
    }
    return replica.tables().range(table, from, Optional.empty(), PAGE, replica.options());
  }
}
