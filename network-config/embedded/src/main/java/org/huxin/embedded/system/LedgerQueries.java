// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.system;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.embedded.endorsement.SystemChaincodes;
import org.huxin.embedded.ledger.Ledger;
import org.huxin.embedded.ledger.TransactionLocation;
import org.huxin.embedded.simulation.Invocation;
import org.huxin.fabric.access.AccessControl;
import org.huxin.fabric.access.AccessDeniedException;
import org.huxin.fabric.access.ChannelConfiguration;
import org.huxin.fabric.access.SignedData;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.ChannelInfo;
import org.hyperledger.fabric.protos.peer.ChannelQueryResponse;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * The queries of {@code qscc}, {@code cscc} and {@code _lifecycle} that clients call, in Fabric's
 * words and bytes.
 */
public final class LedgerQueries implements SystemChaincodes {
  private static final String READERS = "/Channel/Application/Readers";
  private static final int OK = 200;
  private static final int ERROR = 500;

  private final Ledger ledger;
  private final AccessControl access;
  private final DefinitionQueries definitions;

  /** The queries of one organisation's peer. */
  public LedgerQueries(Ledger ledger, AccessControl access, String mspId) {
    this.ledger = ledger;
    this.access = access;
    this.definitions = new DefinitionQueries(ledger, mspId);
  }

  @Override
  public Optional<Response> answer(Invocation invocation) {
    List<ByteString> arguments = invocation.arguments();
    return switch (invocation.chaincode()) {
      case "qscc" -> Optional.of(qscc(invocation, arguments));
      case "cscc" -> Optional.of(cscc(invocation, arguments));
      case "_lifecycle" -> Optional.of(definitions.answer(arguments));
      default -> Optional.empty();
    };
  }

  static Response success(MessageLite payload) {
    return Response.newBuilder().setStatus(OK).setPayload(payload.toByteString()).build();
  }

  static Response error(String message) {
    return Response.newBuilder().setStatus(ERROR).setMessage(message).build();
  }

  private Response qscc(Invocation invocation, List<ByteString> arguments) {
    if (arguments.size() < 2) {
      return error("Incorrect number of arguments, " + arguments.size());
    }
    String function = arguments.get(0).toStringUtf8();
    String channel = arguments.get(1).toStringUtf8();
    if (!function.equals("GetChainInfo") && arguments.size() < 3) {
      return error("missing 3rd argument for " + function);
    }
    if (!channel.equals(ledger.channelId())) {
      return error("Invalid chain ID, " + channel);
    }
    Optional<Response> denied = denied(invocation, function, channel);
    if (denied.isPresent()) {
      return denied.get();
    }
    ByteString argument = arguments.size() > 2 ? arguments.get(2) : ByteString.EMPTY;
    return switch (function) {
      case "GetChainInfo" -> success(chainInfo());
      case "GetBlockByNumber" -> blockByNumber(argument.toStringUtf8());
      case "GetBlockByHash" ->
          ledger
              .numberOf(argument)
              .map(number -> success(block(number)))
              .orElseGet(
                  () ->
                      error(
                          "Failed to get block hash %s, error no such block hash [%s] in index"
                              .formatted(
                                  argument.toStringUtf8(),
                                  HexFormat.of().formatHex(argument.toByteArray()))));
      case "GetTransactionByID" -> transaction(argument.toStringUtf8());
      case "GetBlockByTxID" -> blockOfTransaction(argument.toStringUtf8());
      default -> error("Requested function " + function + " not found.");
    };
  }

  private Response cscc(Invocation invocation, List<ByteString> arguments) {
    if (arguments.isEmpty()) {
      return error("Incorrect number of arguments, 0");
    }
    String function = arguments.get(0).toStringUtf8();
    if (function.equals("GetChannels")) {
      return success(
          ChannelQueryResponse.newBuilder()
              .addChannels(ChannelInfo.newBuilder().setChannelId(ledger.channelId()))
              .build());
    }
    if (!Set.of("GetConfigBlock", "GetChannelConfig").contains(function)) {
      return error("Requested function " + function + " not found.");
    }
    if (arguments.size() < 2) {
      return error("Incorrect number of arguments, " + arguments.size());
    }
    String channel = arguments.get(1).toStringUtf8();
    if (!channel.equals(ledger.channelId())) {
      return error("Unknown channel ID, " + channel);
    }
    Optional<Response> denied = denied(invocation, function, channel);
    if (denied.isPresent()) {
      return denied.get();
    }
    Block config = block(ledger.lastConfig());
    return success(
        function.equals("GetConfigBlock") ? config : ChannelConfiguration.of(config).config());
  }

  private Optional<Response> denied(Invocation invocation, String function, String channel) {
    try {
      access.checkPolicy(
          READERS,
          new SignedData(
              invocation.signedProposal().getProposalBytes(),
              invocation.signatureHeader().getCreator(),
              invocation.signedProposal().getSignature()));
      return Optional.empty();
    } catch (AccessDeniedException e) {
      return Optional.of(
          error("access denied for [%s][%s]: [%s]".formatted(function, channel, e.getMessage())));
    }
  }

  private BlockchainInfo chainInfo() {
    Block last = block(ledger.height() - 1);
    return BlockchainInfo.newBuilder()
        .setHeight(ledger.height())
        .setCurrentBlockHash(ledger.lastHash())
        .setPreviousBlockHash(last.getHeader().getPreviousHash())
        .build();
  }

  private Response blockByNumber(String text) {
    long number;
    try {
      number = Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      return error(
          "Failed to parse block number with error strconv.ParseUint: parsing \"%s\": invalid syntax"
              .formatted(text));
    }
    if (Long.compareUnsigned(number, ledger.height()) >= 0) {
      return error(
          "Failed to get block number %s, error no such block number [%s] in index"
              .formatted(text, text));
    }
    return success(block(number));
  }

  private Response transaction(String id) {
    Optional<TransactionLocation> location = ledger.locate(id);
    if (location.isEmpty()) {
      return error(
          "Failed to get transaction with id %s, error no such transaction ID [%s] in index"
              .formatted(id, id));
    }
    TransactionLocation found = location.get();
    try {
      return success(
          ProcessedTransaction.newBuilder()
              .setTransactionEnvelope(
                  Envelope.parseFrom(block(found.block()).getData().getData(found.index())))
              .setValidationCode(found.code().getNumber())
              .build());
    } catch (InvalidProtocolBufferException e) {
      return error("Failed to get transaction with id %s, error %s".formatted(id, e));
    }
  }

  private Response blockOfTransaction(String id) {
    return ledger
        .locate(id)
        .map(found -> success(block(found.block())))
        .orElseGet(
            () ->
                error(
                    "Failed to get block for txID %s, error no such transaction ID [%s] in index"
                        .formatted(id, id)));
  }

  private Block block(long number) {
    return ledger.block(number).block();
  }
}
