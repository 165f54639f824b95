// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.simulation;

import java.util.Optional;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.lifecycle.ChaincodeDefinitions;
import org.huxin.fabric.state.CommittedState;
import org.huxin.fabric.state.StateEntry;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;

/** What the commit of a chaincode definition reads and writes: as in Fabric, fields that change. */
public final class DefinitionCommit {
  private DefinitionCommit() {}

  /** The read-write set of a transaction that puts a definition into force. */
  public static TxReadWriteSet readWriteSet(CommittedState state, ChaincodeDefinition definition) {
    ReadWriteRecorder recorder = new ReadWriteRecorder();
    String namespace = ChaincodeDefinitions.NAMESPACE;
    String metadata = ChaincodeDefinitions.metadataKey(definition.name());
    boolean fresh = state.get(namespace, metadata).isEmpty();
    ChaincodeDefinitions.fields(definition)
        .forEach(
            (key, value) -> {
              Optional<StateEntry> old = state.get(namespace, key);
              boolean always =
                  key.equals(metadata)
                      || key.equals(ChaincodeDefinitions.sequenceKey(definition.name()));
              if (always || !fresh) {
                recorder.read(namespace, key, old.map(StateEntry::version));
              }
              if (!old.map(StateEntry::value).equals(Optional.of(value))) {
                recorder.write(namespace, key, Optional.of(value));
              }
            });
    return recorder.results();
  }
}
