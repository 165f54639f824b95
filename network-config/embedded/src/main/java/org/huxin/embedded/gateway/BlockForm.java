// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.ByteString;
import java.util.Map;
import org.huxin.embedded.ledger.StoredBlock;
import org.huxin.fabric.block.TransactionView;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredChaincodeAction;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.FilteredTransactionActions;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** The three forms in which a peer delivers a block. */
enum BlockForm {
  /** As it was committed. */
  WHOLE {
    @Override
    DeliverResponse response(StoredBlock block, boolean headerOnly, String channelId) {
      return DeliverResponse.newBuilder().setBlock(block(block, headerOnly)).build();
    }
  },
  /** What became of each transaction, and its event without the payload. */
  FILTERED {
    @Override
    DeliverResponse response(StoredBlock block, boolean headerOnly, String channelId) {
      return DeliverResponse.newBuilder()
          .setFilteredBlock(filtered(block.block(), channelId))
          .build();
    }
  },
  /** With the private data that the peer holds. */
  WITH_PRIVATE_DATA {
    @Override
    DeliverResponse response(StoredBlock block, boolean headerOnly, String channelId) {
      BlockAndPrivateData.Builder both =
          BlockAndPrivateData.newBuilder().setBlock(block(block, headerOnly));
      for (Map.Entry<Integer, TxPvtReadWriteSet> entry : block.privateWrites().entrySet()) {
        both.putPrivateDataMap(entry.getKey(), entry.getValue());
      }
      return DeliverResponse.newBuilder().setBlockAndPrivateData(both).build();
    }
  };

  abstract DeliverResponse response(StoredBlock block, boolean headerOnly, String channelId);

  static DeliverResponse status(Status status) {
    return DeliverResponse.newBuilder().setStatus(status).build();
  }

  private static Block block(StoredBlock stored, boolean headerOnly) {
    boolean config =
        TransactionView.of(stored.block().getData().getData(0)).channelHeader().getType()
            == HeaderType.CONFIG_VALUE;
    return headerOnly && !config ? stored.block().toBuilder().clearData().build() : stored.block();
  }

  private static FilteredBlock filtered(Block block, String channelId) {
    byte[] flags =
        block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE).toByteArray();
    FilteredBlock.Builder filtered =
        FilteredBlock.newBuilder().setChannelId(channelId).setNumber(block.getHeader().getNumber());
    for (int i = 0; i < block.getData().getDataCount(); i++) {
      filtered.addFilteredTransactions(
          filtered(TransactionView.of(block.getData().getData(i)), flags[i] & 0xff));
    }
    return filtered.build();
  }

  private static FilteredTransaction filtered(TransactionView transaction, int flag) {
    FilteredTransaction.Builder filtered =
        FilteredTransaction.newBuilder()
            .setTxid(transaction.transactionId())
            .setType(HeaderType.forNumber(transaction.channelHeader().getType()))
            .setTxValidationCode(TxValidationCode.forNumber(flag));
    if (transaction.channelHeader().getType() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
      FilteredTransactionActions.Builder actions = FilteredTransactionActions.newBuilder();
      transaction
          .event()
          .ifPresent(
              event ->
                  actions.addChaincodeActions(
                      FilteredChaincodeAction.newBuilder()
                          .setChaincodeEvent(
                              ChaincodeEvent.newBuilder(event).setPayload(ByteString.EMPTY))));
      filtered.setTransactionActions(actions);
    }
    return filtered.build();
  }
}
