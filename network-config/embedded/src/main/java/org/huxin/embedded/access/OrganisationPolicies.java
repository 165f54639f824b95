// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;

/**
 * Answers which organisations' peers satisfy an endorsement policy, to plan who must endorse; no
 * signature is involved. A policy that cannot be read is satisfied by nobody.
 */
public final class OrganisationPolicies {
  private final ChannelConfiguration configuration;
  private final Map<String, ByteString> peers;

  /**
   * For a configuration.
   *
   * @param peers the identity of each organisation's peer, by MSP id
   */
  public OrganisationPolicies(ChannelConfiguration configuration, Map<String, ByteString> peers) {
    this.configuration = configuration;
    this.peers = Map.copyOf(peers);
  }

  /** Whether endorsements of the peers of these organisations satisfy a chaincode's policy. */
  public boolean satisfies(ByteString applicationPolicy, Collection<String> organisations) {
    try {
      ApplicationPolicy policy = ApplicationPolicy.parseFrom(applicationPolicy);
      return policy.hasSignaturePolicy()
          ? signature(policy.getSignaturePolicy(), organisations)
          : configuration
              .policy(policy.getChannelConfigPolicyReference())
              .map(found -> located(found, organisations))
              .orElse(false);
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  /** Whether endorsements of these peers satisfy a key's own policy. */
  public boolean satisfiesKeyPolicy(ByteString policy, Collection<String> organisations) {
    try {
      return signature(SignaturePolicyEnvelope.parseFrom(policy), organisations);
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private boolean located(ChannelConfiguration.Located located, Collection<String> organisations) {
    Policy policy = located.policy();
    try {
      if (policy.getType() == Policy.PolicyType.SIGNATURE_VALUE) {
        return signature(SignaturePolicyEnvelope.parseFrom(policy.getValue()), organisations);
      }
      return implicit(
          ImplicitMetaPolicy.parseFrom(policy.getValue()), located.group(), organisations);
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private boolean implicit(
      ImplicitMetaPolicy policy, ConfigGroup group, Collection<String> organisations) {
    Collection<ConfigGroup> children = group.getGroupsMap().values();
    long satisfied =
        children.stream()
            .filter(
                child -> {
                  ConfigPolicy sub = child.getPoliciesMap().get(policy.getSubPolicy());
                  return sub != null
                      && located(
                          new ChannelConfiguration.Located(child, sub.getPolicy()), organisations);
                })
            .count();
    return switch (policy.getRule()) {
      case ANY -> satisfied >= 1;
      case ALL -> satisfied == children.size();
      case MAJORITY -> satisfied > children.size() / 2;
      default -> false;
    };
  }

  private boolean signature(SignaturePolicyEnvelope policy, Collection<String> organisations) {
    List<String> signers = List.copyOf(organisations);
    return rule(policy.getRule(), policy.getIdentitiesList(), signers, new boolean[signers.size()]);
  }

  /** As Fabric evaluates: rules in order, each identity used once, no second thoughts. */
  private boolean rule(
      SignaturePolicy rule, List<MSPPrincipal> principals, List<String> signers, boolean[] used) {
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
    if (rule.getSignedBy() < 0 || rule.getSignedBy() >= principals.size()) {
      return false;
    }
    for (int i = 0; i < used.length; i++) {
      if (!used[i] && matches(principals.get(rule.getSignedBy()), signers.get(i))) {
        used[i] = true;
        return true;
      }
    }
    return false;
  }

  private boolean matches(MSPPrincipal principal, String mspId) {
    try {
      return switch (principal.getPrincipalClassification()) {
        case ROLE -> {
          MSPRole role = MSPRole.parseFrom(principal.getPrincipal());
          yield role.getMspIdentifier().equals(mspId)
              && (role.getRole() == MSPRole.MSPRoleType.PEER
                  || role.getRole() == MSPRole.MSPRoleType.MEMBER);
        }
        case IDENTITY -> principal.getPrincipal().equals(peers.get(mspId));
        default -> false;
      };
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }
}
