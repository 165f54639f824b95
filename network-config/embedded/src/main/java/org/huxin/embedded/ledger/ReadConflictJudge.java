// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.ledger;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.huxin.embedded.state.CommittedState;
import org.huxin.embedded.state.StateEntry;
import org.huxin.embedded.state.StateUpdates;
import org.huxin.embedded.state.Version;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Judges repeated transaction ids and stale reads of keys alone. Stateless. */
public final class ReadConflictJudge implements BlockJudge {

  @Override
  public Judgement judge(Block block, CommittedState state, Predicate<String> onLedger) {
    StateUpdates updates = new StateUpdates(state);
    Set<String> inBlock = new HashSet<>();
    List<TxValidationCode> codes = new ArrayList<>();
    for (int i = 0; i < block.getData().getDataCount(); i++) {
      TransactionView transaction = TransactionView.of(block.getData().getData(i));
      try {
        TxValidationCode code = judge(transaction, updates, state, onLedger, inBlock);
        if (code == TxValidationCode.VALID) {
          updates.add(transaction.readWriteSet(), new Version(block.getHeader().getNumber(), i));
        }
        codes.add(code);
      } catch (InvalidProtocolBufferException e) {
        codes.add(TxValidationCode.BAD_RWSET);
      }
    }
    return new Judgement(codes, updates, Optional.empty());
  }

  private static TxValidationCode judge(
      TransactionView transaction,
      StateUpdates updates,
      CommittedState state,
      Predicate<String> onLedger,
      Set<String> inBlock)
      throws InvalidProtocolBufferException {
    if (transaction.channelHeader().getType() == HeaderType.CONFIG_VALUE) {
      return TxValidationCode.VALID;
    }
    String id = transaction.transactionId();
    if (onLedger.test(id) || !inBlock.add(id)) {
      return TxValidationCode.DUPLICATE_TXID;
    }
    for (NsReadWriteSet namespace : transaction.readWriteSet().getNsRwsetList()) {
      for (KVRead read : KVRWSet.parseFrom(namespace.getRwset()).getReadsList()) {
        Optional<Version> expected =
            read.hasVersion()
                ? Optional.of(
                    new Version(
                        read.getVersion().getBlockNum(), (int) read.getVersion().getTxNum()))
                : Optional.empty();
        Optional<Version> found =
            state.get(namespace.getNamespace(), read.getKey()).map(StateEntry::version);
        if (updates.touches(namespace.getNamespace(), read.getKey()) || !expected.equals(found)) {
          return TxValidationCode.MVCC_READ_CONFLICT;
        }
      }
    }
    return TxValidationCode.VALID;
  }
}
