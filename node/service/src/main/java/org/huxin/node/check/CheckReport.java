// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.check;

import java.util.List;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.node.finding.FoundWrongException;

/**
 * What a check of a replica came to.
 *
 * @param blocks how many blocks were derived again
 * @param headerHash of the last of them; empty if there is none
 * @param stateDigest over the state that follows from them (proto/spec/ledger-state.md)
 * @param differences where the replica holds something else, at most the first of each table
 * @param found what is wrong with a block itself, if something is
 */
public record CheckReport(
    long blocks,
    Optional<Bytes> headerHash,
    Digest stateDigest,
    List<Difference> differences,
    Optional<FoundWrongException> found) {

  /** Copies the list. */
  public CheckReport {
    differences = List.copyOf(differences);
  }

  /**
   * A table that holds something else than follows from the blocks.
   *
   * @param table the table
   * @param key the first key that differs, in hexadecimal
   */
  public record Difference(String table, String key) {}

  /** Whether the replica is exactly what follows from its blocks. */
  public boolean isSound() {
    return differences.isEmpty() && found.isEmpty();
  }
}
