// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huxin.crypto.bytes.Bytes;
import org.hyperledger.fabric.protos.common.CombinedPrincipal;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * The identities of one configuration of the channel. Certificates are judged once and remembered.
 * Thread-safe.
 */
public final class Members {
  /** Bounds the memory that made-up identities can take; beyond that each is judged anew. */
  private static final int REMEMBERED = 10_000;

  private final Map<String, Msp> msps = new LinkedHashMap<>();
  private final Map<ByteString, Optional<MemberIdentity>> known = new ConcurrentHashMap<>();
  private final PolicyEvaluator<MemberIdentity> evaluator;

  /** The members of a configuration. */
  public Members(ChannelConfiguration configuration) {
    ConfigGroup channel = configuration.config().getChannelGroup();
    for (String group : List.of("Orderer", "Application")) {
      channel
          .getGroupsOrThrow(group)
          .getGroupsMap()
          .forEach((mspId, member) -> msps.put(mspId, msp(member)));
    }
    evaluator = new PolicyEvaluator<>(configuration, Members::matches);
  }

  private static Msp msp(ConfigGroup member) {
    try {
      return new Msp(MSPConfig.parseFrom(member.getValuesOrThrow("MSP").getValue()).getConfig());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("an MSP of the channel cannot be read", e);
    }
  }

  /** The member whose serialized identity this is, valid or not; empty if it is nobody's. */
  public Optional<MemberIdentity> find(ByteString serialized) {
    Optional<MemberIdentity> cached = known.get(serialized);
    if (cached != null) {
      return cached;
    }
    Optional<MemberIdentity> found = identify(serialized);
    if (known.size() < REMEMBERED) {
      known.put(serialized, found);
    }
    return found;
  }

  private Optional<MemberIdentity> identify(ByteString serialized) {
    try {
      SerializedIdentity identity = SerializedIdentity.parseFrom(serialized);
      Msp msp = msps.get(identity.getMspid());
      return msp == null ? Optional.empty() : msp.identify(identity.getIdBytes());
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  /** Evaluates policies over identities whose signatures were verified. */
  public PolicyEvaluator<MemberIdentity> policies() {
    return evaluator;
  }

  /** Who of these has signed; each identity counts once. */
  public List<MemberIdentity> signers(List<SignedData> signatures) {
    List<MemberIdentity> signers = new ArrayList<>();
    Set<Bytes> seen = new HashSet<>();
    for (SignedData signed : signatures) {
      find(signed.identity())
          .filter(identity -> !seen.contains(identity.certificate()))
          .filter(identity -> identity.hasSigned(signed.data(), signed.signature()))
          .ifPresent(
              identity -> {
                seen.add(identity.certificate());
                signers.add(identity);
              });
    }
    return signers;
  }

  private static boolean matches(MSPPrincipal principal, MemberIdentity identity) {
    try {
      return switch (principal.getPrincipalClassification()) {
        case ROLE -> hasRole(MSPRole.parseFrom(principal.getPrincipal()), identity);
        case ORGANIZATION_UNIT -> {
          OrganizationUnit unit = OrganizationUnit.parseFrom(principal.getPrincipal());
          yield unit.getMspIdentifier().equals(identity.mspId())
              && identity.isValid()
              && identity.units().contains(unit.getOrganizationalUnitIdentifier());
        }
        case IDENTITY -> {
          SerializedIdentity named = SerializedIdentity.parseFrom(principal.getPrincipal());
          yield named.getMspid().equals(identity.mspId())
              && Bytes.of(Msp.certificate(named.getIdBytes()).getEncoded())
                  .equals(identity.certificate());
        }
        case COMBINED ->
            CombinedPrincipal.parseFrom(principal.getPrincipal()).getPrincipalsList().stream()
                .allMatch(part -> matches(part, identity));
        default -> false;
      };
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean hasRole(MSPRole role, MemberIdentity identity) {
    return role.getMspIdentifier().equals(identity.mspId())
        && identity.isValid()
        && (role.getRole() == MSPRole.MSPRoleType.MEMBER
            || identity
                .role()
                .filter(unit -> unit.equalsIgnoreCase(role.getRole().name()))
                .isPresent());
  }
}
