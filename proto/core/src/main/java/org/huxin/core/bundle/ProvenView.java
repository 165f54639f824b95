// SPDX-License-Identifier: Apache-2.0
package org.huxin.core.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.core.ledger.NotProvenException;
import org.huxin.core.ledger.StoredLedgerView;
import org.huxin.crypto.bytes.Bytes;

/**
 * The ledger as far as it is proven: a key that was proven neither present nor absent is not known.
 * Its lists hold what was proven present and are never complete. Safe for all threads.
 */
final class ProvenView extends StoredLedgerView {
  private final TreeMap<String, Optional<Bytes>> proven = new TreeMap<>();

  /** A view of what was proven. */
  ProvenView(List<StateProof> verified) {
    verified.forEach(each -> proven.put(each.key().stored(), each.value()));
  }

  @Override
  protected Optional<Bytes> value(String key) {
    Optional<Bytes> value = proven.get(key);
    if (value == null) {
      throw new NotProvenException(StateKey.ofStored(key).kind());
    }
    return value;
  }

  @Override
  protected List<StoredEntry> range(String from, String to, int limit) {
    List<StoredEntry> entries = new ArrayList<>();
    proven
        .subMap(from, to)
        .forEach(
            (key, value) ->
                value
                    .filter(present -> entries.size() < limit)
                    .ifPresent(present -> entries.add(new StoredEntry(key, present))));
    return entries;
  }

  @Override
  public boolean isComplete() {
    return false;
  }
}
