// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.policy;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * Signature policies as administrators write them for Fabric's tools: {@code OutOf(3,
 * 'OrdosMSP.peer', …)}, {@code AND(…)}, {@code OR(…)}, one in another, over the roles admin,
 * member, client, peer and orderer. Arithmetic, which Fabric's tools would compute, is refused.
 * Stateless.
 */
public final class SignaturePolicyText {
  /** Room for some hundred organisations. */
  public static final int MAX_LENGTH = 16_384;

  /** A message of a policy nests twice as deep as its text, and readers of messages stop at 100. */
  public static final int MAX_DEPTH = 32;

  private SignaturePolicyText() {}

  /**
   * Reads a policy into the very bytes that Fabric's tools make of it.
   *
   * @throws PolicyTextRefusedException if it is none
   */
  public static SignaturePolicyEnvelope parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new PolicyTextRefusedException(
          PolicyTextRefusal.POLICY_TEXT_TOO_LONG, "length", text.length());
    }
    PolicyTextReader reader = new PolicyTextReader(text);
    SignaturePolicy rule = reader.read();
    return SignaturePolicyEnvelope.newBuilder()
        .setRule(rule)
        .addAllIdentities(reader.principals())
        .build();
  }

  /**
   * Writes a policy; what {@link #parse} makes of it means the same.
   *
   * @throws PolicyTextRefusedException {@link PolicyTextRefusal#POLICY_WITHOUT_TEXT} if it has no
   *     text
   */
  public static String print(SignaturePolicyEnvelope policy) {
    if (policy.getVersion() != 0 || !policy.getRule().hasNOutOf()) {
      throw without();
    }
    return gate(policy.getRule().getNOutOf(), policy.getIdentitiesList());
  }

  private static String gate(SignaturePolicy.NOutOf gate, List<MSPPrincipal> principals) {
    int count = gate.getRulesCount();
    if (count == 0 || gate.getN() < 0 || gate.getN() > count + 1) {
      throw without();
    }
    String rules =
        gate.getRulesList().stream()
            .map(
                rule ->
                    rule.hasNOutOf()
                        ? gate(rule.getNOutOf(), principals)
                        : principal(rule, principals))
            .collect(Collectors.joining(", "));
    if (count > 1 && gate.getN() == count) {
      return "AND(" + rules + ")";
    }
    return count > 1 && gate.getN() == 1
        ? "OR(" + rules + ")"
        : "OutOf(" + gate.getN() + ", " + rules + ")";
  }

  private static String principal(SignaturePolicy rule, List<MSPPrincipal> principals) {
    if (!rule.hasSignedBy() || rule.getSignedBy() < 0 || rule.getSignedBy() >= principals.size()) {
      throw without();
    }
    MSPPrincipal principal = principals.get(rule.getSignedBy());
    try {
      MSPRole role = MSPRole.parseFrom(principal.getPrincipal());
      if (principal.getPrincipalClassification() == MSPPrincipal.Classification.ROLE
          && role.getRole() != MSPRole.MSPRoleType.UNRECOGNIZED
          && role.getMspIdentifier().matches("[a-zA-Z0-9.-]+")) {
        return "'%s.%s'"
            .formatted(role.getMspIdentifier(), role.getRole().name().toLowerCase(Locale.ROOT));
      }
    } catch (InvalidProtocolBufferException e) {
      // refused below, as is a principal of another kind
    }
    throw without();
  }

  private static PolicyTextRefusedException without() {
    return new PolicyTextRefusedException(PolicyTextRefusal.POLICY_WITHOUT_TEXT);
  }
}
