// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
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
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.Policy;
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
  private static final String ROOT = "/Channel/";

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
   * @throws IllegalArgumentException if the configuration has no orderers or peers, or a value of
   *     it cannot be read
   */
  void requireReadable() {
    Set<String> unusedMembers = members();
    boolean unusedCapability = hasCapability("V3_0");
    boolean unusedConsensus = isBft();
    int unusedQuorum = quorum();
  }

  /** Whether the channel, and not only its orderers or peers, has a capability. */
  public boolean hasCapability(String name) {
    return value(config.getChannelGroup(), "Capabilities", Capabilities.parser())
        .containsCapabilities(name);
  }

  /** Whether blocks are agreed upon by Byzantine fault tolerant consensus. */
  public boolean isBft() {
    return value(orderer(), "ConsensusType", ConsensusType.parser()).getType().equals("BFT");
  }

  /** The consenters' serialized identities by their ids; empty under Raft. */
  public Map<Integer, ByteString> consenters() {
    Map<Integer, ByteString> identities = new TreeMap<>();
    for (Consenter consenter :
        value(orderer(), "Orderers", Orderers.parser()).getConsenterMappingList()) {
      identities.put(
          consenter.getId(),
          SerializedIdentity.newBuilder()
              .setMspid(consenter.getMspId())
              .setIdBytes(consenter.getIdentity())
              .build()
              .toByteString());
    }
    return identities;
  }

  /** How many of n consenters sign a block under BFT: ⌈(n+f+1)/2⌉ where f = ⌊(n−1)/3⌋. */
  public int quorum() {
    return quorum(consenters().size());
  }

  /** How many of n consenters sign a block under BFT: ⌈(n+f+1)/2⌉ where f = ⌊(n−1)/3⌋. */
  public static int quorum(int consenters) {
    int faulty = (consenters - 1) / 3;
    return (consenters + faulty + 2) / 2;
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

  /** A policy by its path and the group that it stands in, or empty if there is none. */
  Optional<Located> policy(String path) {
    if (!path.startsWith(ROOT)) {
      return Optional.empty();
    }
    ConfigGroup group = config.getChannelGroup();
    String[] steps = path.substring(ROOT.length()).split("/", -1);
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
