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

/**
 * A block that was validated and replayed.
 *
 * @param number its number, from 0
 * @param headerHash SHA-256 of its header
 * @param commitHash Fabric's hash of this block and all before it; empty for the genesis block
 * @param transactions the valid ones that write to the contract's namespace, in the order of the
 *     block; may be empty
 */
public record AcceptedBlock(
    long number,
    Bytes headerHash,
    Optional<Bytes> commitHash,
    List<AcceptedTransaction> transactions) {

  /** Copies the list. */
  public AcceptedBlock {
    transactions = List.copyOf(transactions);
  }

  /**
   * What a judged block does to the contract.
   *
   * @param chaincode the contract's namespace
   */
  public static AcceptedBlock of(JudgedBlock judged, String chaincode) {
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
    return new AcceptedBlock(
        judged.result().number(),
        judged.result().headerHash(),
        judged.result().commitHash(),
        accepted);
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
