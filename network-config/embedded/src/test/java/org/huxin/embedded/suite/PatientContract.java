// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * A chaincode, called by who knows that a real network's peers may be a block behind each other:
 * where endorsements differ it asks again.
 */
final class PatientContract {
  private static final String MISMATCH = "ProposalResponsePayloads do not match";

  /** Each takes a round trip to several peers: more than any peer needs for a block. */
  private static final int ATTEMPTS = 200;

  private final Contract contract;

  PatientContract(Contract contract) {
    this.contract = contract;
  }

  Transaction endorsed(String function, String... arguments) throws EndorseException {
    return endorsed(function, proposal -> proposal, arguments);
  }

  Transaction endorsed(String function, UnaryOperator<Proposal.Builder> more, String... arguments)
      throws EndorseException {
    for (int attempt = 1; ; attempt++) {
      try {
        return more.apply(contract.newProposal(function).addArguments(arguments)).build().endorse();
      } catch (EndorseException e) {
        if (attempt == ATTEMPTS || !differ(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean differ(EndorseException failure) {
    return failure.getDetails().stream().anyMatch(detail -> detail.getMessage().equals(MISMATCH));
  }

  String submit(String function, String... arguments) throws Exception {
    return text(endorsed(function, arguments).submit());
  }

  SubmittedTransaction submitted(String function, String... arguments) throws Exception {
    SubmittedTransaction submitted = endorsed(function, arguments).submitAsync();
    if (!submitted.getStatus().isSuccessful()) {
      throw new AssertionError(submitted.getStatus().getCode());
    }
    return submitted;
  }

  String evaluate(String function, String... arguments) throws GatewayException {
    return text(contract.evaluateTransaction(function, arguments));
  }

  static TxValidationCode commit(Transaction transaction) throws Exception {
    return transaction.submitAsync().getStatus().getCode();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
