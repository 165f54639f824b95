// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** What every policy must be before it can be evaluated. Stateless. */
final class PolicyForm {
  private PolicyForm() {}

  /**
   * Looks at every policy of a group and of those beneath it.
   *
   * @throws IllegalArgumentException if one cannot be evaluated: peers refuse the configuration
   */
  static void require(ConfigGroup group) {
    group.getPoliciesMap().forEach(PolicyForm::require);
    group.getGroupsMap().values().forEach(PolicyForm::require);
  }

  private static void require(String name, ConfigPolicy policy) {
    if (!policy.hasPolicy() || !isKnown(policy.getPolicy())) {
      throw new IllegalArgumentException("the policy " + name + " cannot be evaluated");
    }
  }

  private static boolean isKnown(Policy policy) {
    try {
      if (policy.getType() == Policy.PolicyType.SIGNATURE_VALUE) {
        SignaturePolicyEnvelope signature = SignaturePolicyEnvelope.parseFrom(policy.getValue());
        return signature.getVersion() == 0 && isWhole(signature);
      }
      return policy.getType() == Policy.PolicyType.IMPLICIT_META_VALUE
          && ImplicitMetaPolicy.parseFrom(policy.getValue()).getRule()
              != ImplicitMetaPolicy.Rule.UNRECOGNIZED;
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  /** Whether every rule is a number of others or names a principal that is listed. */
  static boolean isWhole(SignaturePolicyEnvelope policy) {
    return isWhole(policy.getRule(), policy.getIdentitiesList());
  }

  private static boolean isWhole(SignaturePolicy rule, List<MSPPrincipal> principals) {
    return switch (rule.getTypeCase()) {
      case N_OUT_OF ->
          rule.getNOutOf().getRulesList().stream().allMatch(inner -> isWhole(inner, principals));
      case SIGNED_BY -> rule.getSignedBy() >= 0 && rule.getSignedBy() < principals.size();
      case TYPE_NOT_SET -> false;
    };
  }
}
