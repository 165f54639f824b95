// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huxin.fabric.access.Members;
import org.huxin.fabric.access.SignedData;
import org.huxin.fabric.block.Sha256;
import org.huxin.fabric.identity.MemberIdentity;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What can be said of a transaction without the state: form, signatures, and what is endorsed. */
final class TransactionCheck {
  private final Members members;
  private final String channelId;

  TransactionCheck(Members members, String channelId) {
    this.members = members;
    this.channelId = channelId;
  }

  CheckedTransaction check(ByteString bytes) {
    ChannelHeader header = ChannelHeader.getDefaultInstance();
    try {
      Envelope envelope = Envelope.parseFrom(bytes);
      Payload payload;
      try {
        payload = Payload.parseFrom(envelope.getPayload());
      } catch (InvalidProtocolBufferException e) {
        return CheckedTransaction.invalid(TxValidationCode.BAD_PAYLOAD, header);
      }
      try {
        header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
        SignatureHeader signer =
            SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
        return check(envelope, payload, header, signer);
      } catch (InvalidProtocolBufferException e) {
        return CheckedTransaction.invalid(TxValidationCode.BAD_COMMON_HEADER, header);
      }
    } catch (InvalidProtocolBufferException e) {
      return CheckedTransaction.invalid(TxValidationCode.INVALID_OTHER_REASON, header);
    }
  }

  private CheckedTransaction check(
      Envelope envelope, Payload payload, ChannelHeader header, SignatureHeader signer) {
    boolean known =
        header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE
            || header.getType() == HeaderType.CONFIG_VALUE
            || header.getType() == HeaderType.CONFIG_UPDATE_VALUE;
    if (!payload.hasHeader()
        || !known
        || header.getEpoch() != 0
        || signer.getNonce().isEmpty()
        || signer.getCreator().isEmpty()) {
      return CheckedTransaction.invalid(TxValidationCode.BAD_COMMON_HEADER, header);
    }
    // Of another channel a peer knows no members, so that nobody's signature counts.
    boolean signed =
        header.getChannelId().equals(channelId)
            && members
                .find(signer.getCreator())
                .filter(MemberIdentity::isValid)
                .filter(
                    creator -> creator.hasSigned(envelope.getPayload(), envelope.getSignature()))
                .isPresent();
    if (!signed) {
      return CheckedTransaction.invalid(TxValidationCode.BAD_CREATOR_SIGNATURE, header);
    }
    if (header.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
      return CheckedTransaction.invalid(
          header.getType() == HeaderType.CONFIG_VALUE
              ? TxValidationCode.VALID
              : TxValidationCode.UNSUPPORTED_TX_PAYLOAD,
          header);
    }
    String id =
        HexFormat.of().formatHex(Sha256.of(signer.getNonce(), signer.getCreator()).toByteArray());
    if (!header.getTxId().equals(id)) {
      return CheckedTransaction.invalid(TxValidationCode.BAD_PROPOSAL_TXID, header);
    }
    return endorsed(payload, header);
  }

  private CheckedTransaction endorsed(Payload payload, ChannelHeader header) {
    Optional<ChaincodeActionPayload> action = action(payload);
    if (action.isEmpty()) {
      return CheckedTransaction.invalid(TxValidationCode.INVALID_ENDORSER_TRANSACTION, header);
    }
    ChaincodeHeaderExtension extension;
    try {
      extension = ChaincodeHeaderExtension.parseFrom(header.getExtension());
    } catch (InvalidProtocolBufferException e) {
      return CheckedTransaction.invalid(TxValidationCode.BAD_HEADER_EXTENSION, header);
    }
    ByteString endorsed = action.get().getAction().getProposalResponsePayload();
    ChaincodeAction result;
    try {
      if (ProposalResponsePayload.parseFrom(endorsed).getExtension().isEmpty()) {
        return CheckedTransaction.invalid(TxValidationCode.BAD_RESPONSE_PAYLOAD, header);
      }
      result =
          ChaincodeAction.parseFrom(ProposalResponsePayload.parseFrom(endorsed).getExtension());
    } catch (InvalidProtocolBufferException e) {
      return CheckedTransaction.invalid(TxValidationCode.BAD_RESPONSE_PAYLOAD, header);
    }
    TxReadWriteSet results;
    try {
      results = readable(result.getResults());
    } catch (InvalidProtocolBufferException e) {
      return CheckedTransaction.invalid(TxValidationCode.BAD_RWSET, header);
    }
    TxValidationCode code = consistent(result, extension, results);
    return code == TxValidationCode.VALID
        ? new CheckedTransaction(code, header, results, endorsers(action.get()))
        : CheckedTransaction.invalid(code, header);
  }

  /** The one action, if there is exactly one and it endorses this very proposal. */
  private static Optional<ChaincodeActionPayload> action(Payload payload) {
    try {
      Transaction transaction = Transaction.parseFrom(payload.getData());
      if (transaction.getActionsCount() != 1) {
        return Optional.empty();
      }
      TransactionAction one = transaction.getActions(0);
      SignatureHeader signer = SignatureHeader.parseFrom(one.getHeader());
      ChaincodeActionPayload action = ChaincodeActionPayload.parseFrom(one.getPayload());
      ProposalResponsePayload response =
          ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
      Header header = payload.getHeader();
      ByteString hash =
          Sha256.of(
              header.getChannelHeader(), one.getHeader(), action.getChaincodeProposalPayload());
      boolean same =
          action.hasAction()
              && !signer.getNonce().isEmpty()
              && !signer.getCreator().isEmpty()
              && !action.getChaincodeProposalPayload().isEmpty()
              && hash.equals(response.getProposalHash());
      return same ? Optional.of(action) : Optional.empty();
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private static TxReadWriteSet readable(ByteString bytes) throws InvalidProtocolBufferException {
    TxReadWriteSet results = TxReadWriteSet.parseFrom(bytes);
    for (NsReadWriteSet namespace : results.getNsRwsetList()) {
      KVRWSet unused = KVRWSet.parseFrom(namespace.getRwset());
      for (var collection : namespace.getCollectionHashedRwsetList()) {
        HashedRWSet unusedHashes = HashedRWSet.parseFrom(collection.getHashedRwset());
      }
    }
    return results;
  }

  private static TxValidationCode consistent(
      ChaincodeAction result, ChaincodeHeaderExtension extension, TxReadWriteSet results) {
    if (!extension.hasChaincodeId() || !result.hasChaincodeId()) {
      return TxValidationCode.INVALID_OTHER_REASON;
    }
    String name = extension.getChaincodeId().getName();
    if (name.isEmpty()
        || !result.getChaincodeId().getName().equals(name)
        || result.getChaincodeId().getVersion().isEmpty()) {
      return TxValidationCode.INVALID_CHAINCODE;
    }
    if (!result.getEvents().isEmpty()) {
      try {
        if (!ChaincodeEvent.parseFrom(result.getEvents()).getChaincodeId().equals(name)) {
          return TxValidationCode.INVALID_OTHER_REASON;
        }
      } catch (InvalidProtocolBufferException e) {
        return TxValidationCode.INVALID_OTHER_REASON;
      }
    }
    Set<String> namespaces = new HashSet<>();
    for (NsReadWriteSet namespace : results.getNsRwsetList()) {
      if (!namespaces.add(namespace.getNamespace())) {
        return TxValidationCode.ILLEGAL_WRITESET;
      }
    }
    return TxValidationCode.VALID;
  }

  private List<MemberIdentity> endorsers(ChaincodeActionPayload action) {
    ByteString endorsed = action.getAction().getProposalResponsePayload();
    List<SignedData> signatures = new ArrayList<>();
    action
        .getAction()
        .getEndorsementsList()
        .forEach(
            e ->
                signatures.add(
                    new SignedData(
                        endorsed.concat(e.getEndorser()), e.getEndorser(), e.getSignature())));
    return members.signers(signatures);
  }
}
