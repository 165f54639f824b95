// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.orderer.ConsensusType;

/**
 * A configuration of the channel.
 *
 * @param config as a configuration block holds it
 */
public record ChannelConfiguration(Config config) {
  private static final String ROOT = "/Channel";
  private static final String CAPABILITIES = "Capabilities";
  private static final Set<String> CHANNEL_CAPABILITIES =
      Set.of("V1_1", "V1_3", "V1_4_2", "V1_4_3", "V2_0", "V3_0");
  private static final Set<String> ORDERER_CAPABILITIES = Set.of("V1_1", "V1_4_2", "V2_0");
  private static final Set<String> APPLICATION_CAPABILITIES =
      Set.of("V1_1", "V1_2", "V1_3", "V1_4_2", "V2_0", "V2_5");

  /**
   * The configuration that a block holds.
   *
   * @throws IllegalArgumentException if it is no configuration block
   */
  public static ChannelConfiguration of(Block block) {
    try {
      Payload payload =
          Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
      return new ChannelConfiguration(ConfigEnvelope.parseFrom(payload.getData()).getConfig());
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a configuration block", e);
    }
  }

  /** The MSP ids of the application's members, sorted. */
  public Set<String> members() {
    return new TreeSet<>(
        config.getChannelGroup().getGroupsOrThrow("Application").getGroupsMap().keySet());
  }

  /**
   * Reads all that blocks are judged by, so that nothing is found wrong later.
   *
   * @throws IllegalArgumentException if the configuration has no orderers or peers, or a value or
   *     policy of it cannot be read
   */
  void requireReadable() {
    Set<String> unusedMembers = members();
    boolean unusedConsensus = isBft();
    int unusedQuorum = quorum();
    PolicyForm.require(config.getChannelGroup());
  }

  /**
   * The first capability that is asked for and not known here, as {@code /Channel/Orderer/NAME};
   * empty if all are known. The channel and its peers must ask for version 2.0 or later: what was
   * judged otherwise before that is not judged here.
   */
  public Optional<String> unknownCapability() {
    ConfigGroup channel = config.getChannelGroup();
    return unknown(ROOT, channel, Set.of("V2_0", "V1_4_3", "V3_0"), CHANNEL_CAPABILITIES)
        .or(
            () ->
                unknown(
                    ROOT + "/Application",
                    channel.getGroupsOrThrow("Application"),
                    Set.of("V2_0", "V2_5"),
                    APPLICATION_CAPABILITIES))
        .or(() -> unknown(ROOT + "/Orderer", orderer(), Set.of(), ORDERER_CAPABILITIES));
  }

  private static Optional<String> unknown(
      String path, ConfigGroup group, Set<String> oneOf, Set<String> all) {
    Set<String> asked =
        new TreeSet<>(
            value(group, CAPABILITIES, Capabilities.parser()).getCapabilitiesMap().keySet());
    if (!oneOf.isEmpty() && Collections.disjoint(oneOf, asked)) {
      return Optional.of(path + "/none");
    }
    asked.removeAll(all);
    return asked.stream().findFirst().map(name -> path + "/" + name);
  }

  /** Whether the channel, and not only its orderers or peers, has a capability. */
  public boolean hasCapability(String name) {
    return value(config.getChannelGroup(), CAPABILITIES, Capabilities.parser())
        .containsCapabilities(name);
  }

  /** Whether blocks are agreed upon by Byzantine fault tolerant consensus. */
  public boolean isBft() {
    return value(orderer(), "ConsensusType", ConsensusType.parser()).getType().equals("BFT");
  }

  /**
   * The consenters' serialized identities by their ids; empty under Raft. Of two with one id the
   * first counts.
   */
  public Map<Integer, ByteString> consenters() {
    Map<Integer, ByteString> identities = new TreeMap<>();
    consenterList().forEach(each -> identities.putIfAbsent(each.getId(), identity(each)));
    return identities;
  }

  private List<Consenter> consenterList() {
    return value(orderer(), "Orderers", Orderers.parser()).getConsenterMappingList();
  }

  private static ByteString identity(Consenter consenter) {
    return SerializedIdentity.newBuilder()
        .setMspid(consenter.getMspId())
        .setIdBytes(consenter.getIdentity())
        .build()
        .toByteString();
  }

  /** How many of n consenters sign a block under BFT: ⌈(n+f+1)/2⌉ where f = ⌊(n−1)/3⌋. */
  public int quorum() {
    return quorum(consenterList().size());
  }

  /** How many of n consenters sign a block under BFT: ⌈(n+f+1)/2⌉ where f = ⌊(n−1)/3⌋. */
  public static int quorum(int consenters) {
    int faulty = (consenters - 1) / 3;
    return (consenters + faulty + 2) / 2;
  }

  /** The policy that the signatures of blocks satisfy; the default if there is none. */
  public Policy blockValidation() {
    return orderer()
        .getPoliciesOrDefault("BlockValidation", ConfigPolicy.getDefaultInstance())
        .getPolicy();
  }

  /** The one policy for the signatures of blocks that SmartBFT accepts with these consenters. */
  public Policy blockValidationOfConsenters() {
    SignaturePolicy.NOutOf.Builder rule = SignaturePolicy.NOutOf.newBuilder().setN(quorum());
    SignaturePolicyEnvelope.Builder policy = SignaturePolicyEnvelope.newBuilder();
    for (Consenter consenter : consenterList()) {
      rule.addRules(SignaturePolicy.newBuilder().setSignedBy(policy.getIdentitiesCount()));
      policy.addIdentities(
          MSPPrincipal.newBuilder()
              .setPrincipalClassification(MSPPrincipal.Classification.IDENTITY)
              .setPrincipal(identity(consenter)));
    }
    policy.setRule(SignaturePolicy.newBuilder().setNOutOf(rule));
    return Policy.newBuilder()
        .setType(Policy.PolicyType.SIGNATURE_VALUE)
        .setValue(policy.build().toByteString())
        .build();
  }

  /** Whether there is a policy at a path such as {@code /Channel/Application/Admins}. */
  public boolean hasPolicy(String path) {
    return policy(path).isPresent();
  }

  /**
   * The MSP ids of a section's organisations, by the names of their groups.
   *
   * @param section Orderer or Application
   */
  public Map<String, String> mspIds(String section) {
    Map<String, String> ids = new TreeMap<>();
    config
        .getChannelGroup()
        .getGroupsOrThrow(section)
        .getGroupsMap()
        .forEach((name, group) -> ids.put(name, msp(msp(group)).getName()));
    return ids;
  }

  /**
   * The MSP of an organisation's group.
   *
   * @throws IllegalArgumentException if it has none that can be read
   */
  static MSPConfig msp(ConfigGroup organisation) {
    return value(organisation, "MSP", MSPConfig.parser());
  }

  /** What an MSP of X.509 certificates, the one kind that is judged here, consists of. */
  static FabricMSPConfig msp(MSPConfig config) {
    if (config.getType() != 0) {
      throw new IllegalArgumentException("an MSP of the channel is not one of certificates");
    }
    try {
      return FabricMSPConfig.parseFrom(config.getConfig());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("an MSP of the channel cannot be read", e);
    }
  }

  private ConfigGroup orderer() {
    return config.getChannelGroup().getGroupsOrThrow("Orderer");
  }

  private static <T> T value(ConfigGroup group, String name, Parser<T> parser) {
    try {
      return parser.parseFrom(
          group.getValuesOrDefault(name, ConfigValue.getDefaultInstance()).getValue());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("the channel's " + name + " cannot be read", e);
    }
  }

  /**
   * A policy by its path and the group that it stands in, or empty if there is none. Like Fabric it
   * passes over the one character behind the root's name, whatever it is.
   */
  Optional<Located> policy(String path) {
    return path.startsWith(ROOT) && path.length() > ROOT.length()
        ? policy(config.getChannelGroup(), path.substring(ROOT.length() + 1))
        : Optional.empty();
  }

  /** A policy by its path from a group. */
  static Optional<Located> policy(ConfigGroup from, String path) {
    ConfigGroup group = from;
    String[] steps = path.split("/", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      ConfigGroup next = group.getGroupsMap().get(steps[i]);
      if (next == null) {
        return Optional.empty();
      }
      group = next;
    }
    ConfigGroup parent = group;
    return Optional.ofNullable(group.getPoliciesMap().get(steps[steps.length - 1]))
        .map(found -> new Located(parent, found.getPolicy()));
  }

  /**
   * A policy in its place.
   *
   * @param group where it stands
   * @param policy what it says
   */
  record Located(ConfigGroup group, Policy policy) {}
}
