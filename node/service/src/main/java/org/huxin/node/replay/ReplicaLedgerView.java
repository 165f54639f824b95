// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replay;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.huxin.core.ledger.StoredLedgerView;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.KeyedEntry;

/** The ledger in a validated state. As safe for several threads as the state is. */
public final class ReplicaLedgerView extends StoredLedgerView {
  private final CommittedState state;
  private final String chaincode;

  /**
   * A view.
   *
   * @param chaincode the namespace of the contract
   */
  public ReplicaLedgerView(CommittedState state, String chaincode) {
    this.state = state;
    this.chaincode = chaincode;
  }

  @Override
  protected Optional<Bytes> value(String key) {
    return state.get(chaincode, key).map(entry -> Bytes.of(entry.value().asReadOnlyByteBuffer()));
  }

  @Override
  protected List<StoredEntry> range(String from, String to, int limit) {
    List<StoredEntry> entries = new ArrayList<>();
    Iterator<KeyedEntry> each = state.range(chaincode, from, to);
    while (entries.size() < limit && each.hasNext()) {
      KeyedEntry entry = each.next();
      entries.add(
          new StoredEntry(entry.key(), Bytes.of(entry.entry().value().asReadOnlyByteBuffer())));
    }
    return entries;
  }
}
