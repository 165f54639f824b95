// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;
import org.huxin.fabric.lifecycle.CollectionRules;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.KeyModificationRecord;
import org.huxin.fabric.state.KeyedEntry;
import org.huxin.fabric.state.StateEntry;

/**
 * The state as the peer of one organisation has it: without the private values of collections that
 * the organisation is no member of.
 *
 * @param state the state of all
 * @param mspId the organisation
 */
record PeerState(CommittedState state, String mspId) implements CommittedState {

  @Override
  public Optional<StateEntry> get(String namespace, String key) {
    return state.get(namespace, key);
  }

  @Override
  public Iterator<KeyedEntry> range(String namespace, String start, String end) {
    return state.range(namespace, start, end);
  }

  @Override
  public Optional<StateEntry> hashed(String namespace, String collection, ByteString keyHash) {
    return state.hashed(namespace, collection, keyHash);
  }

  @Override
  public Optional<StateEntry> privateValue(String namespace, String collection, String key) {
    return isMember(namespace, collection)
        ? state.privateValue(namespace, collection, key)
        : Optional.empty();
  }

  @Override
  public Iterator<KeyedEntry> privateRange(
      String namespace, String collection, String start, String end) {
    return isMember(namespace, collection)
        ? state.privateRange(namespace, collection, start, end)
        : Collections.emptyIterator();
  }

  @Override
  public Iterator<KeyModificationRecord> history(String namespace, String key) {
    return state.history(namespace, key);
  }

  private boolean isMember(String namespace, String collection) {
    return ChaincodeDefinitions.find(state, namespace)
        .flatMap(definition -> CollectionRules.find(definition, collection))
        .map(rules -> rules.members().contains(mspId))
        .orElse(false);
  }
}
