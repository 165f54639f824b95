// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.config.build;

import com.google.protobuf.MessageLite;
import java.util.Arrays;
import java.util.List;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Writes the policies of a channel's configuration. Stateless. */
final class PolicyWriter {
  /** Who may change a policy: whoever satisfies the Admins policy of its own group. */
  static final String MOD_POLICY = "Admins";

  private PolicyWriter() {}

  static ConfigPolicy implicit(String subPolicy, ImplicitMetaPolicy.Rule rule) {
    return policy(
        Policy.PolicyType.IMPLICIT_META,
        ImplicitMetaPolicy.newBuilder().setSubPolicy(subPolicy).setRule(rule).build());
  }

  /** Any one identity of the MSP that has one of the roles. */
  static ConfigPolicy anyOf(String mspId, MSPRole.MSPRoleType... roles) {
    List<MSPPrincipal> principals =
        Arrays.stream(roles)
            .map(
                role ->
                    MSPPrincipal.newBuilder()
                        .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                        .setPrincipal(
                            MSPRole.newBuilder()
                                .setMspIdentifier(mspId)
                                .setRole(role)
                                .build()
                                .toByteString())
                        .build())
            .toList();
    return signature(1, principals);
  }

  /** So many of the consenters' very identities: the one policy that SmartBFT accepts. */
  static ConfigPolicy blockValidation(int quorum, List<Consenter> consenters) {
    return signature(
        quorum,
        consenters.stream()
            .map(
                consenter ->
                    MSPPrincipal.newBuilder()
                        .setPrincipalClassification(MSPPrincipal.Classification.IDENTITY)
                        .setPrincipal(
                            SerializedIdentity.newBuilder()
                                .setMspid(consenter.getMspId())
                                .setIdBytes(consenter.getIdentity())
                                .build()
                                .toByteString())
                        .build())
            .toList());
  }

  private static ConfigPolicy signature(int n, List<MSPPrincipal> principals) {
    SignaturePolicy.NOutOf.Builder rule = SignaturePolicy.NOutOf.newBuilder().setN(n);
    for (int i = 0; i < principals.size(); i++) {
      rule.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
    }
    return policy(
        Policy.PolicyType.SIGNATURE,
        SignaturePolicyEnvelope.newBuilder()
            .setRule(SignaturePolicy.newBuilder().setNOutOf(rule))
            .addAllIdentities(principals)
            .build());
  }

  private static ConfigPolicy policy(Policy.PolicyType type, MessageLite value) {
    return ConfigPolicy.newBuilder()
        .setModPolicy(MOD_POLICY)
        .setPolicy(Policy.newBuilder().setType(type.getNumber()).setValue(value.toByteString()))
        .build();
  }
}
