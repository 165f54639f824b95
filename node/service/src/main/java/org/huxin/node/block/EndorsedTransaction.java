// SPDX-License-Identifier: Apache-2.0
package org.huxin.node.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/**
 * A transaction that {@code proto/fabric} found valid: what was asked, by whom, and what was
 * endorsed.
 *
 * @param id its id
 * @param timestamp the client's time
 * @param carrier the MSP of the client
 * @param chaincode the chaincode that was called
 * @param version the version of the chaincode that the endorsers ran
 * @param arguments of the call, the function first; may be empty
 * @param results what it reads and writes
 * @param response what the chaincode answered
 * @param event the chaincode's event, if it set one
 */
public record EndorsedTransaction(
    String id,
    Instant timestamp,
    String carrier,
    String chaincode,
    String version,
    List<String> arguments,
    TxReadWriteSet results,
    ByteString response,
    Optional<ChaincodeEvent> event) {

  /** Copies the list. */
  public EndorsedTransaction {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads a transaction.
   *
   * @param envelope as the block has it
   * @return empty if it is another kind of transaction, such as one of the configuration
   * @throws IllegalArgumentException if it cannot be read, which no valid one is
   */
  public static Optional<EndorsedTransaction> read(ByteString envelope) {
    try {
      Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
      ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
      if (header.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
        return Optional.empty();
      }
      SignatureHeader signer = SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
      return Optional.of(read(payload, header, signer));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not a transaction", e);
    }
  }

  private static EndorsedTransaction read(
      Payload payload, ChannelHeader header, SignatureHeader signer)
      throws InvalidProtocolBufferException {
    Transaction transaction = Transaction.parseFrom(payload.getData());
    if (transaction.getActionsCount() != 1) {
      throw new IllegalArgumentException("not one action");
    }
    ChaincodeActionPayload action =
        ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
    ChaincodeAction endorsed =
        ChaincodeAction.parseFrom(
            ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload())
                .getExtension());
    ChaincodeInvocationSpec called =
        ChaincodeInvocationSpec.parseFrom(
            ChaincodeProposalPayload.parseFrom(action.getChaincodeProposalPayload()).getInput());
    List<String> arguments = new ArrayList<>();
    called
        .getChaincodeSpec()
        .getInput()
        .getArgsList()
        .forEach(argument -> arguments.add(argument.toStringUtf8()));
    return new EndorsedTransaction(
        header.getTxId(),
        Instant.ofEpochSecond(header.getTimestamp().getSeconds(), header.getTimestamp().getNanos()),
        SerializedIdentity.parseFrom(signer.getCreator()).getMspid(),
        endorsed.getChaincodeId().getName(),
        endorsed.getChaincodeId().getVersion(),
        arguments,
        TxReadWriteSet.parseFrom(endorsed.getResults()),
        endorsed.getResponse().getPayload(),
        endorsed.getEvents().isEmpty()
            ? Optional.empty()
            : Optional.of(ChaincodeEvent.parseFrom(endorsed.getEvents())));
  }

  /** What is read and written in a namespace; empty if it is not touched. */
  public Optional<KVRWSet> set(String namespace) {
    for (NsReadWriteSet each : results.getNsRwsetList()) {
      if (each.getNamespace().equals(namespace)) {
        return Optional.of(parse(each));
      }
    }
    return Optional.empty();
  }

  /** Whether something is written to a namespace: values, metadata, or private values. */
  public boolean writesTo(String namespace) {
    return results.getNsRwsetList().stream()
        .filter(each -> each.getNamespace().equals(namespace))
        .anyMatch(
            each -> {
              KVRWSet set = parse(each);
              return set.getWritesCount() > 0
                  || set.getMetadataWritesCount() > 0
                  || writesPrivately(each);
            });
  }

  /** Whether private values or their metadata are written to a namespace. */
  public static boolean writesPrivately(NsReadWriteSet namespace) {
    return namespace.getCollectionHashedRwsetList().stream()
        .anyMatch(
            collection -> {
              try {
                HashedRWSet hashes = HashedRWSet.parseFrom(collection.getHashedRwset());
                return hashes.getHashedWritesCount() > 0 || hashes.getMetadataWritesCount() > 0;
              } catch (InvalidProtocolBufferException e) {
                throw new IllegalArgumentException("not a set of hashes", e);
              }
            });
  }

  private static KVRWSet parse(NsReadWriteSet namespace) {
    try {
      return KVRWSet.parseFrom(namespace.getRwset());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not a set of reads and writes", e);
    }
  }
}
