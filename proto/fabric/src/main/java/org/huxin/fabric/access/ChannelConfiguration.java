// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.Policy;

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
