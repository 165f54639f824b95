// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.replica;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.validation.JudgedBlock;
import org.huxin.fabric.validation.ReplayedTransaction;
import org.huxin.node.block.EndorsedTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What judged blocks do to the contract. Stateless. */
final class AcceptedBlocks {
  private AcceptedBlocks() {}

  /** A block as participants see it. */
  static AcceptedBlock of(JudgedBlock judged, String chaincode) {
    List<ByteString> envelopes = judged.block().block().getData().getDataList();
    List<AcceptedTransaction> accepted = new ArrayList<>();
    for (ReplayedTransaction transaction : judged.result().transactions()) {
      if (transaction.code() == TxValidationCode.VALID_VALUE) {
        EndorsedTransaction.read(envelopes.get(transaction.index()))
            .map(read -> accepted(judged.result().number(), transaction.index(), read, chaincode))
            .filter(each -> !each.writes().isEmpty())
            .ifPresent(accepted::add);
      }
    }
    return new AcceptedBlock(judged.result().number(), judged.result().headerHash(), accepted);
  }

  private static AcceptedTransaction accepted(
      long block, int index, EndorsedTransaction read, String chaincode) {
    List<AcceptedTransaction.KeyWrite> writes = new ArrayList<>();
    read.set(chaincode)
        .ifPresent(set -> set.getWritesList().forEach(write -> writes.add(write(write))));
    return new AcceptedTransaction(
        block, index, read.id(), Instant.ofEpochSecond(read.timestamp().getEpochSecond()), writes);
  }

  private static AcceptedTransaction.KeyWrite write(KVWrite write) {
    boolean deleted = write.getIsDelete() || write.getValue().isEmpty();
    return new AcceptedTransaction.KeyWrite(
        write.getKey(),
        deleted
            ? Optional.empty()
            : Optional.of(Bytes.of(write.getValue().asReadOnlyByteBuffer())));
  }
}
