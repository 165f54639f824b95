// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import java.util.List;
import org.huxin.fabric.lifecycle.ChaincodeDefinition;
import org.huxin.fabric.policy.SignaturePolicyText;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;

/** Which organisations' peers must endorse a transaction. Immutable. */
public final class EndorsementPolicy {
  private final ApplicationPolicy policy;

  private EndorsementPolicy(ApplicationPolicy policy) {
    this.policy = policy;
  }

  /** The channel's own: a majority of all organisations. */
  public static EndorsementPolicy majority() {
    return new EndorsementPolicy(ChaincodeDefinition.DEFAULT_POLICY);
  }

  /** A policy of the channel's configuration, such as {@code /Channel/Application/Admins}. */
  public static EndorsementPolicy ofChannel(String path) {
    return new EndorsementPolicy(
        ApplicationPolicy.newBuilder().setChannelConfigPolicyReference(path).build());
  }

  /**
   * A policy as administrators write it, such as {@code OutOf(3, 'OrdosMSP.peer', …)}.
   *
   * @throws org.huxin.fabric.policy.PolicyTextRefusedException if it is none
   */
  public static EndorsementPolicy of(String text) {
    return new EndorsementPolicy(
        ApplicationPolicy.newBuilder().setSignaturePolicy(SignaturePolicyText.parse(text)).build());
  }

  /**
   * The peers of so many of these organisations.
   *
   * @throws IllegalArgumentException unless {@code 1 <= count <= mspIds.size()}
   */
  public static EndorsementPolicy outOf(int count, List<String> mspIds) {
    if (count < 1 || count > mspIds.size()) {
      throw new IllegalArgumentException("not so many of these organisations");
    }
    return new EndorsementPolicy(
        ApplicationPolicy.newBuilder()
            .setSignaturePolicy(signaturePolicy(count, mspIds, MSPRole.MSPRoleType.PEER))
            .build());
  }

  ApplicationPolicy toProto() {
    return policy;
  }

  static SignaturePolicyEnvelope signaturePolicy(
      int count, List<String> mspIds, MSPRole.MSPRoleType role) {
    SignaturePolicy.NOutOf.Builder rule = SignaturePolicy.NOutOf.newBuilder().setN(count);
    SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder();
    for (int i = 0; i < mspIds.size(); i++) {
      rule.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
      envelope.addIdentities(
          MSPPrincipal.newBuilder()
              .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
              .setPrincipal(
                  MSPRole.newBuilder()
                      .setMspIdentifier(mspIds.get(i))
                      .setRole(role)
                      .build()
                      .toByteString()));
    }
    return envelope.setRule(SignaturePolicy.newBuilder().setNOutOf(rule)).build();
  }
}
