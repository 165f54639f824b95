// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huxin.fabric.block.TransactionView;
import org.huxin.fabric.state.KeyModificationRecord;
import org.huxin.fabric.state.MemoryState;
import org.huxin.fabric.state.StateEntry;
import org.huxin.fabric.state.Version;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What a block changes besides the state that all peers share: history and private values. */
record BlockEffects(MemoryState state, StoredBlock stored, List<TxValidationCode> codes) {

  void apply() {
    List<ByteString> envelopes = stored.block().getData().getDataList();
    for (int i = 0; i < envelopes.size(); i++) {
      if (codes.get(i) == TxValidationCode.VALID) {
        try {
          addHistory(TransactionView.of(envelopes.get(i)));
          TxPvtReadWriteSet writes = stored.privateWrites().get(i);
          if (writes != null) {
            addPrivate(writes, new Version(stored.block().getHeader().getNumber(), i));
          }
        } catch (InvalidProtocolBufferException e) {
          throw new IllegalStateException("a valid transaction cannot be read", e);
        }
      }
    }
  }

  private void addHistory(TransactionView transaction) throws InvalidProtocolBufferException {
    for (NsReadWriteSet namespace : transaction.readWriteSet().getNsRwsetList()) {
      for (KVWrite write : KVRWSet.parseFrom(namespace.getRwset()).getWritesList()) {
        state.addHistory(
            namespace.getNamespace(),
            write.getKey(),
            new KeyModificationRecord(
                transaction.transactionId(),
                transaction.timestamp(),
                write.getValue(),
                write.getIsDelete()));
      }
    }
  }

  private void addPrivate(TxPvtReadWriteSet writes, Version version)
      throws InvalidProtocolBufferException {
    for (NsPvtReadWriteSet namespace : writes.getNsPvtRwsetList()) {
      for (CollectionPvtReadWriteSet collection : namespace.getCollectionPvtRwsetList()) {
        for (KVWrite write : KVRWSet.parseFrom(collection.getRwset()).getWritesList()) {
          state.setPrivate(
              namespace.getNamespace(),
              collection.getCollectionName(),
              write.getKey(),
              write.getIsDelete()
                  ? Optional.empty()
                  : Optional.of(new StateEntry(write.getValue(), Map.of(), version)));
        }
      }
    }
  }
}
