// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.fabric.identity.MemberIdentity;
import org.huxin.fabric.identity.Msp;
import org.hyperledger.fabric.protos.common.CombinedPrincipal;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.MSPIdentityAnonymity;
import org.hyperledger.fabric.protos.common.MSPIdentityAnonymity.MSPIdentityAnonymityType;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * The identities of one configuration of the channel. Certificates are judged once and remembered.
 * Thread-safe.
 */
public final class Members {
  /** Bounds the memory that made-up identities can take; beyond that each is judged anew. */
  private static final int REMEMBERED = 10_000;

  private final Map<String, Msp> msps = new HashMap<>();
  private final Map<ByteString, Optional<MemberIdentity>> known = new ConcurrentHashMap<>();
  private final PolicyEvaluator<MemberIdentity> evaluator;

  /**
   * The members of a configuration.
   *
   * @throws IllegalArgumentException if an MSP or a policy is one that a peer would refuse
   */
  public Members(ChannelConfiguration configuration) {
    ConfigGroup channel = configuration.config().getChannelGroup();
    Map<String, MSPConfig> configured = new HashMap<>();
    for (String group : List.of("Orderer", "Application")) {
      for (ConfigGroup member : channel.getGroupsOrThrow(group).getGroupsMap().values()) {
        add(ChannelConfiguration.msp(member), configuration.hasCapability("V3_0"), configured);
      }
    }
    evaluator = new PolicyEvaluator<>(configuration, this::matches);
  }

  private void add(MSPConfig config, boolean allowsEd25519, Map<String, MSPConfig> configured) {
    FabricMSPConfig read = ChannelConfiguration.msp(config);
    MSPConfig before = configured.putIfAbsent(read.getName(), config);
    if (before == null) {
      msps.put(read.getName(), new Msp(read, allowsEd25519));
    } else if (!before.equals(config)) {
      throw new IllegalArgumentException("two groups define one MSP in two ways");
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

  private boolean matches(MSPPrincipal principal, MemberIdentity identity) {
    try {
      return switch (principal.getPrincipalClassification()) {
        case ROLE -> hasRole(MSPRole.parseFrom(principal.getPrincipal()), identity);
        case ORGANIZATION_UNIT ->
            hasUnit(OrganizationUnit.parseFrom(principal.getPrincipal()), identity);
        case IDENTITY ->
            identity.isValid()
                && find(principal.getPrincipal())
                    .filter(named -> named.mspId().equals(identity.mspId()))
                    .filter(named -> named.certificate().equals(identity.certificate()))
                    .isPresent();
        case COMBINED -> {
          List<MSPPrincipal> parts =
              CombinedPrincipal.parseFrom(principal.getPrincipal()).getPrincipalsList();
          yield !parts.isEmpty() && parts.stream().allMatch(part -> matches(part, identity));
        }
        case ANONYMITY ->
            MSPIdentityAnonymity.parseFrom(principal.getPrincipal()).getAnonymityType()
                == MSPIdentityAnonymityType.NOMINAL;
        default -> false;
      };
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static boolean hasRole(MSPRole role, MemberIdentity identity) {
    return role.getMspIdentifier().equals(identity.mspId())
        && identity.roles().contains(role.getRole());
  }

  private static boolean hasUnit(OrganizationUnit unit, MemberIdentity identity) {
    return unit.getMspIdentifier().equals(identity.mspId())
        && identity.isValid()
        && identity.units().contains(unit.getOrganizationalUnitIdentifier())
        && identity
            .certifiers()
            .equals(Bytes.of(unit.getCertifiersIdentifier().asReadOnlyByteBuffer()));
  }
}
