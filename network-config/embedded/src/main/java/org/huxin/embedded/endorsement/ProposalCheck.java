// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.endorsement;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HexFormat;
import org.huxin.embedded.ledger.Ledger;
import org.huxin.embedded.simulation.Invocation;
import org.huxin.fabric.access.AccessControl;
import org.huxin.fabric.access.AccessDeniedException;
import org.huxin.fabric.access.SignedData;
import org.huxin.fabric.block.Sha256;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** What a peer demands of a proposal before it executes anything, in Fabric's order and words. */
final class ProposalCheck {
  private static final String WRITERS = "/Channel/Application/Writers";

  private final AccessControl access;
  private final Ledger ledger;

  ProposalCheck(AccessControl access, Ledger ledger) {
    this.access = access;
    this.ledger = ledger;
  }

  Invocation unpack(SignedProposal signed) throws ProposalRefusedException {
    try {
      Invocation invocation = Invocation.parse(signed);
      if (access.isExpired(invocation.signatureHeader().getCreator())) {
        throw new ProposalRefusedException("proposal client identity expired", true);
      }
      ChaincodeHeaderExtension extension =
          ChaincodeHeaderExtension.parseFrom(invocation.channelHeader().getExtension());
      if (!extension.hasChaincodeId()) {
        throw refused("ChaincodeHeaderExtension.ChaincodeId is nil");
      }
      if (extension.getChaincodeId().getName().isEmpty()) {
        throw refused("ChaincodeHeaderExtension.ChaincodeId.Name is empty");
      }
      return invocation;
    } catch (InvalidProtocolBufferException e) {
      throw refused("error unmarshalling proposal: " + e.getMessage());
    }
  }

  void check(Invocation invocation, boolean systemChaincode) throws ProposalRefusedException {
    String wrong = firstMistake(invocation);
    if (!wrong.isEmpty()) {
      throw refused("error validating proposal: " + wrong);
    }
    ByteString creator = invocation.signatureHeader().getCreator();
    SignedData signed =
        new SignedData(
            invocation.signedProposal().getProposalBytes(),
            creator,
            invocation.signedProposal().getSignature());
    try {
      access.checkCreator(signed);
    } catch (AccessDeniedException e) {
      throw refused("error validating proposal: " + e.getMessage());
    }
    if (ledger.locate(invocation.transactionId()).isPresent()) {
      throw refused(
          "duplicate transaction found [%s]. Creator [%s]"
              .formatted(
                  invocation.transactionId(), HexFormat.of().formatHex(creator.toByteArray())));
    }
    if (!systemChaincode) {
      try {
        access.checkPolicy(WRITERS, signed);
      } catch (AccessDeniedException e) {
        throw refused(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Empty if the headers are as they must be. */
  private static String firstMistake(Invocation invocation) {
    int type = invocation.channelHeader().getType();
    ByteString nonce = invocation.signatureHeader().getNonce();
    ByteString creator = invocation.signatureHeader().getCreator();
    if (type != HeaderType.ENDORSER_TRANSACTION_VALUE && type != HeaderType.CONFIG_VALUE) {
      HeaderType known = HeaderType.forNumber(type);
      return "invalid header type " + (known == null ? String.valueOf(type) : known.name());
    }
    if (invocation.channelHeader().getEpoch() != 0) {
      return "epoch is non-zero";
    }
    if (nonce.isEmpty()) {
      return "nonce is empty";
    }
    if (creator.isEmpty()) {
      return "creator is empty";
    }
    String expected = HexFormat.of().formatHex(Sha256.of(nonce, creator).toByteArray());
    if (!invocation.transactionId().equals(expected)) {
      return "incorrectly computed txid '%s' -- expected '%s'"
          .formatted(invocation.transactionId(), expected);
    }
    return "";
  }

  private static ProposalRefusedException refused(String message) {
    return new ProposalRefusedException(message, false);
  }
}
