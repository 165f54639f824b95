// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/**
 * What readers of a block want to know of a transaction, as far as its envelope can be read.
 *
 * @param channelHeader empty default if it cannot be read
 * @param action what was endorsed, or empty if this is no endorsed transaction
 */
public record TransactionView(ChannelHeader channelHeader, Optional<ChaincodeAction> action) {

  /** Reads an envelope as far as possible. */
  public static TransactionView of(ByteString envelope) {
    ChannelHeader header = ChannelHeader.getDefaultInstance();
    try {
      Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
      header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
      if (header.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
        return new TransactionView(header, Optional.empty());
      }
      Transaction transaction = Transaction.parseFrom(payload.getData());
      if (transaction.getActionsCount() == 0) {
        return new TransactionView(header, Optional.empty());
      }
      ByteString endorsed =
          ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload())
              .getAction()
              .getProposalResponsePayload();
      return new TransactionView(
          header,
          Optional.of(
              ChaincodeAction.parseFrom(
                  ProposalResponsePayload.parseFrom(endorsed).getExtension())));
    } catch (InvalidProtocolBufferException e) {
      return new TransactionView(header, Optional.empty());
    }
  }

  /** The transaction's id as its header has it; empty if there is none. */
  public String transactionId() {
    return channelHeader.getTxId();
  }

  /** The client's clock. */
  public Instant timestamp() {
    return Instant.ofEpochSecond(
        channelHeader.getTimestamp().getSeconds(), channelHeader.getTimestamp().getNanos());
  }

  /** The chaincode's event, if it set one. */
  public Optional<ChaincodeEvent> event() {
    return action
        .filter(endorsed -> !endorsed.getEvents().isEmpty())
        .map(
            endorsed -> {
              try {
                return ChaincodeEvent.parseFrom(endorsed.getEvents());
              } catch (InvalidProtocolBufferException e) {
                return ChaincodeEvent.getDefaultInstance();
              }
            });
  }

  /** What it reads and writes; nothing if there is no action. */
  public TxReadWriteSet readWriteSet() throws InvalidProtocolBufferException {
    return action.isEmpty()
        ? TxReadWriteSet.getDefaultInstance()
        : TxReadWriteSet.parseFrom(action.get().getResults());
  }
}
