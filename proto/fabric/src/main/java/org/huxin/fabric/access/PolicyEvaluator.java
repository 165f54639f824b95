// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;

/**
 * Evaluates policies as Fabric does: rules in order, each signer used once, no second thoughts. A
 * policy that cannot be read is satisfied by nobody.
 *
 * @param <S> what a signer is
 */
public final class PolicyEvaluator<S> {
  private static final String SIGNATURES_MISSING = "signature set did not satisfy policy";

  private final ChannelConfiguration configuration;
  private final BiPredicate<MSPPrincipal, S> matches;

  /**
   * An evaluator.
   *
   * @param configuration where policies that are referred to by path stand
   * @param matches whether a signer is the principal
   */
  public PolicyEvaluator(ChannelConfiguration configuration, BiPredicate<MSPPrincipal, S> matches) {
    this.configuration = configuration;
    this.matches = matches;
  }

  /** Whether signers satisfy a chaincode's or collection's policy. */
  public boolean satisfies(ApplicationPolicy policy, List<S> signers) {
    return switch (policy.getTypeCase()) {
      case SIGNATURE_POLICY -> signature(policy.getSignaturePolicy(), signers);
      case CHANNEL_CONFIG_POLICY_REFERENCE ->
          refusal(policy.getChannelConfigPolicyReference(), signers).isEmpty();
      case TYPE_NOT_SET -> false;
    };
  }

  /** Whether signers satisfy a key's own policy, the bytes of a signature policy. */
  public boolean satisfiesKeyPolicy(ByteString policy, List<S> signers) {
    try {
      return signature(SignaturePolicyEnvelope.parseFrom(policy), signers);
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  /** Empty if signers satisfy a policy of the channel's configuration, else Fabric's words. */
  public Optional<String> refusal(String path, List<S> signers) {
    return configuration
        .policy(path)
        .map(found -> refusal(found, signers))
        .orElse(Optional.of("policy " + path + " not found"));
  }

  private Optional<String> refusal(ChannelConfiguration.Located located, List<S> signers) {
    Policy policy = located.policy();
    try {
      if (policy.getType() == Policy.PolicyType.SIGNATURE_VALUE) {
        return signature(SignaturePolicyEnvelope.parseFrom(policy.getValue()), signers)
            ? Optional.empty()
            : Optional.of(SIGNATURES_MISSING);
      }
      return implicit(ImplicitMetaPolicy.parseFrom(policy.getValue()), located.group(), signers);
    } catch (InvalidProtocolBufferException e) {
      return Optional.of("policy cannot be read");
    }
  }

  private Optional<String> implicit(ImplicitMetaPolicy policy, ConfigGroup group, List<S> signers) {
    Collection<ConfigGroup> children = group.getGroupsMap().values();
    int needed =
        switch (policy.getRule()) {
          // Of no groups none is enough, as is a majority of none.
          case ANY -> Math.min(1, children.size());
          case ALL -> children.size();
          case MAJORITY -> children.isEmpty() ? 0 : children.size() / 2 + 1;
          case UNRECOGNIZED -> Integer.MAX_VALUE;
        };
    long satisfied =
        children.stream().filter(c -> satisfied(c, policy.getSubPolicy(), signers)).count();
    return satisfied >= needed
        ? Optional.empty()
        : Optional.of(
            "implicit policy evaluation failed - %d sub-policies were satisfied, but this policy requires %d of the '%s' sub-policies to be satisfied"
                .formatted(satisfied, needed, policy.getSubPolicy()));
  }

  private boolean satisfied(ConfigGroup child, String subPolicy, List<S> signers) {
    return ChannelConfiguration.policy(child, subPolicy)
        .filter(found -> refusal(found, signers).isEmpty())
        .isPresent();
  }

  private boolean signature(SignaturePolicyEnvelope policy, List<S> signers) {
    return PolicyForm.isWhole(policy)
        && rule(policy.getRule(), policy.getIdentitiesList(), signers, new boolean[signers.size()]);
  }

  private boolean rule(
      SignaturePolicy rule, List<MSPPrincipal> principals, List<S> signers, boolean[] used) {
    if (rule.hasNOutOf()) {
      int satisfied = 0;
      for (SignaturePolicy inner : rule.getNOutOf().getRulesList()) {
        boolean[] tried = used.clone();
        if (rule(inner, principals, signers, tried)) {
          satisfied++;
          System.arraycopy(tried, 0, used, 0, used.length);
        }
      }
      return satisfied >= rule.getNOutOf().getN();
    }
    for (int i = 0; i < used.length; i++) {
      if (!used[i] && matches.test(principals.get(rule.getSignedBy()), signers.get(i))) {
        used[i] = true;
        return true;
      }
    }
    return false;
  }
}
