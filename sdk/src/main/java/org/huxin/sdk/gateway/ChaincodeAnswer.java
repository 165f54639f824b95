// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.gateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huxin.core.refusal.LedgerRefusedException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** What of a failed call the contract itself said: Fabric hides it in the details. Stateless. */
final class ChaincodeAnswer {
  private static final Pattern FORM =
      Pattern.compile("chaincode response [0-9]{3}, (.*)", Pattern.DOTALL);

  private static final String DISAGREEMENT = "ProposalResponsePayloads do not match";

  private ChaincodeAnswer() {}

  /** The contract's refusal; empty if something else went wrong. */
  static Optional<LedgerRefusedException> refusal(GatewayException failure) {
    return failure.getDetails().stream()
        .map(ErrorDetail::getMessage)
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .flatMap(match -> LedgerRefusedException.parse(String.valueOf(match.group(1))).stream())
        .findFirst();
  }

  /**
   * Whether endorsers answered differently: one of them has not yet a block that another one has,
   * or the chaincode's next version.
   */
  static boolean isDisagreement(GatewayException failure) {
    return failure.getDetails().stream()
        .map(ErrorDetail::getMessage)
        .anyMatch(message -> message.contains(DISAGREEMENT));
  }
}
