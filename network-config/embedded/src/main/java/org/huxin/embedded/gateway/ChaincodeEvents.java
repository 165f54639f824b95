// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.embedded.ledger.StoredBlock;
import org.huxin.embedded.ledger.TransactionLocation;
import org.huxin.fabric.access.SignedData;
import org.huxin.fabric.block.TransactionView;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * {@code gateway.Gateway/ChaincodeEvents}: the events of a chaincode's valid transactions, block by
 * block. Where Fabric stalls for ever after a transaction that set no event, this goes on after
 * that transaction's position.
 */
final class ChaincodeEvents {
  private final NetworkView network;

  ChaincodeEvents(NetworkView network) {
    this.network = network;
  }

  void handle(
      SignedChaincodeEventsRequest signed,
      ServerCallStreamObserver<ChaincodeEventsResponse> stream) {
    ChaincodeEventsRequest request = unpack(signed);
    new ReaderCheck(network)
        .check(
            request.getChannelId(),
            new SignedData(signed.getRequest(), request.getIdentity(), signed.getSignature()));
    Optional<TransactionLocation> after =
        request.getAfterTransactionId().isEmpty()
            ? Optional.empty()
            : network.ledger().locate(request.getAfterTransactionId());
    long start = after.map(TransactionLocation::block).orElseGet(() -> start(request));
    BlockFeed<ChaincodeEventsResponse> feed =
        new BlockFeed<>(
            network,
            stream,
            start,
            Long.MAX_VALUE,
            block -> events(block, request.getChaincodeId(), after),
            () -> {});
    stream.setOnReadyHandler(feed::drain);
    stream.setOnCancelHandler(feed::stop);
    feed.start();
  }

  private static ChaincodeEventsRequest unpack(SignedChaincodeEventsRequest signed) {
    if (signed.getRequest().isEmpty()) {
      throw GatewayStatus.of(
          Status.Code.INVALID_ARGUMENT, "a chaincode events request is required");
    }
    try {
      return ChaincodeEventsRequest.parseFrom(signed.getRequest());
    } catch (InvalidProtocolBufferException e) {
      throw GatewayStatus.of(
          Status.Code.INVALID_ARGUMENT, "invalid chaincode events request: " + e.getMessage());
    }
  }

  private long start(ChaincodeEventsRequest request) {
    SeekPosition position = request.getStartPosition();
    return switch (position.getTypeCase()) {
      case SPECIFIED -> position.getSpecified().getNumber();
      case NEXT_COMMIT, TYPE_NOT_SET -> network.ledger().height();
      default ->
          throw GatewayStatus.of(
              Status.Code.INVALID_ARGUMENT,
              "invalid start position type: *orderer.SeekPosition_"
                  + (position.hasNewest() ? "Newest" : "Oldest"));
    };
  }

  private static Optional<ChaincodeEventsResponse> events(
      StoredBlock stored, String chaincode, Optional<TransactionLocation> after) {
    long number = stored.block().getHeader().getNumber();
    byte[] flags =
        stored
            .block()
            .getMetadata()
            .getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE)
            .toByteArray();
    int first =
        after
            .filter(location -> location.block() == number)
            .map(location -> location.index() + 1)
            .orElse(0);
    List<ChaincodeEvent> events = new ArrayList<>();
    for (int i = first; i < stored.block().getData().getDataCount(); i++) {
      if (flags[i] == TxValidationCode.VALID_VALUE) {
        TransactionView.of(stored.block().getData().getData(i))
            .event()
            .filter(event -> event.getChaincodeId().equals(chaincode))
            .ifPresent(events::add);
      }
    }
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ChaincodeEventsResponse.newBuilder()
                .addAllEvents(events)
                .setBlockNumber(number)
                .build());
  }
}
