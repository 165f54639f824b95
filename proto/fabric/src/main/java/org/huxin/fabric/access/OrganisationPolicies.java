// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;

/**
 * Answers which organisations' peers satisfy an endorsement policy, to plan who must endorse; no
 * signature is involved. A policy that cannot be read is satisfied by nobody.
 */
public final class OrganisationPolicies {
  private final PolicyEvaluator<String> evaluator;
  private final Map<String, ByteString> peers;

  /**
   * For a configuration.
   *
   * @param peers the identity of each organisation's peer, by MSP id
   */
  public OrganisationPolicies(ChannelConfiguration configuration, Map<String, ByteString> peers) {
    this.evaluator = new PolicyEvaluator<>(configuration, this::matches);
    this.peers = Map.copyOf(peers);
  }

  /** Whether endorsements of the peers of these organisations satisfy a chaincode's policy. */
  public boolean satisfies(ByteString applicationPolicy, List<String> organisations) {
    try {
      return evaluator.satisfies(ApplicationPolicy.parseFrom(applicationPolicy), organisations);
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  /** Whether endorsements of these peers satisfy a key's own policy. */
  public boolean satisfiesKeyPolicy(ByteString policy, List<String> organisations) {
    return evaluator.satisfiesKeyPolicy(policy, organisations);
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
